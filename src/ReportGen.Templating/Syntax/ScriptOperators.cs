using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Syntax;

/// <summary>Two expressions with an operator between them.</summary>
public sealed class ScriptBinaryExpression : ScriptExpression
{
    private const int LongestRecursion = 32;

    private readonly int _chain;

    /// <summary>Two expressions with an operator between them.</summary>
    /// <param name="span">The text it was read from.</param>
    /// <param name="op">The operator.</param>
    /// <param name="opSpan">The place of the operator.</param>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    public ScriptBinaryExpression(
        SourceSpan span, ScriptBinaryOperator op, SourceSpan opSpan, ScriptExpression left, ScriptExpression right)
        : base(span)
    {
        Operator = op;
        OperatorSpan = opSpan;
        Left = left;
        Right = right;
        _chain = left is ScriptBinaryExpression inner ? inner._chain + 1 : 1;
    }

    /// <summary>The operator.</summary>
    public ScriptBinaryOperator Operator { get; }

    /// <summary>The place of the operator.</summary>
    public SourceSpan OperatorSpan { get; }

    /// <summary>The left side.</summary>
    public ScriptExpression Left { get; }

    /// <summary>The right side.</summary>
    public ScriptExpression Right { get; }

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) =>
        _chain <= LongestRecursion ? Combine(context, context.Evaluate(Left)) : EvaluateChain(context);

    /// <summary>Long sums lean to the left; going down that side in a loop keeps the stack short.</summary>
    private object? EvaluateChain(TemplateContext context)
    {
        var chain = new Stack<ScriptBinaryExpression>(_chain);
        ScriptExpression first = this;
        while (first is ScriptBinaryExpression binary)
        {
            chain.Push(binary);
            first = binary.Left;
        }

        var value = context.Evaluate(first);
        while (chain.TryPop(out var next))
        {
            context.StepLoop(next.Span);
            value = next.Combine(context, value);
        }

        return value;
    }

    private object? Combine(TemplateContext context, object? left) => Operator switch
    {
        ScriptBinaryOperator.EmptyCoalescing => TemplateContext.Unwrap(left) is null ? context.Evaluate(Right) : left,
        ScriptBinaryOperator.NotEmptyCoalescing => TemplateContext.Unwrap(left) is null ? left : context.Evaluate(Right),
        ScriptBinaryOperator.And => context.ToBool(left) && context.ToBool(context.Evaluate(Right)),
        ScriptBinaryOperator.Or => context.ToBool(left) || context.ToBool(context.Evaluate(Right)),
        _ => Calculate(context, left, context.Evaluate(Right)),
    };

    private object? Calculate(TemplateContext context, object? left, object? right)
    {
        var result = BinaryOperations.Evaluate(context, OperatorSpan, Operator, left, right);
        return left is ISourcedValue || right is ISourcedValue ? JoinedSources.Keep(result, left, right) : result;
    }
}

/// <summary>An expression with <c>!</c>, <c>+</c>, <c>-</c>, <c>@</c> or <c>^</c> before it.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="sign">The operator.</param>
/// <param name="operand">The expression.</param>
public sealed class ScriptUnaryExpression(SourceSpan span, string sign, ScriptExpression operand) : ScriptExpression(span)
{
    /// <summary>Whether an argument stands for all items of an array.</summary>
    public bool IsExpansion => Sign == "^";

    /// <summary>The operator.</summary>
    public string Sign { get; } = sign;

    /// <summary>The expression.</summary>
    public ScriptExpression Operand { get; } = operand;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => Sign switch
    {
        "@" => context.EvaluateRaw(Operand),
        "^" => context.Evaluate(Operand),
        "!" => !context.ToBool(context.Evaluate(Operand)),
        _ => Signed(context, context.Evaluate(Operand)),
    };

    private object? Signed(TemplateContext context, ISourcedValue value) =>
        JoinedSources.Keep(Signed(context, value.Value), value);

    private object? Signed(TemplateContext context, object? value)
    {
        if (value is ISourcedValue sourced)
            return Signed(context, sourced);
        if (value is null)
            return null;
        if (!Numbers.IsNumber(value))
            throw new ScriptRuntimeException(Span, RuntimeMessages.UnaryNotSupported(Sign, context.TypeName(value)));
        return Sign == "+" ? value : value switch
        {
            int number => Numbers.Smallest(-(long)number),
            double number => -number,
            decimal number => -number,
            float number => -number,
            _ => Numbers.Smallest(-Numbers.ToBigInteger(value)),
        };
    }
}

/// <summary><c>x++</c>, <c>++x</c>, <c>x--</c> or <c>--x</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="target">What counts up or down.</param>
/// <param name="up">Whether it counts up.</param>
/// <param name="isPrefix">Whether the result is the value after counting.</param>
public sealed class ScriptIncrementExpression(SourceSpan span, ScriptPathExpression target, bool up, bool isPrefix)
    : ScriptExpression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var before = context.Evaluate(target);
        var op = up ? ScriptBinaryOperator.Add : ScriptBinaryOperator.Subtract;
        var after = JoinedSources.Keep(BinaryOperations.Evaluate(context, Span, op, before, 1), before);
        target.SetValue(context, after);
        return isPrefix ? after : before;
    }
}

/// <summary><c>condition ? a : b</c>.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="condition">The condition.</param>
/// <param name="then">The value where it holds.</param>
/// <param name="otherwise">The value where it does not.</param>
public sealed class ScriptConditionalExpression(
    SourceSpan span, ScriptExpression condition, ScriptExpression then, ScriptExpression otherwise)
    : ScriptExpression(span)
{
    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; } = condition;

    /// <summary>The value where the condition holds.</summary>
    public ScriptExpression Then { get; } = then;

    /// <summary>The value where it does not.</summary>
    public ScriptExpression Otherwise { get; } = otherwise;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) =>
        context.Evaluate(context.ToBool(context.Evaluate(Condition)) ? Then : Otherwise);
}

/// <summary>An expression in parentheses.</summary>
/// <param name="span">The text it was read from.</param>
/// <param name="expression">The expression.</param>
public sealed class ScriptNestedExpression(SourceSpan span, ScriptExpression expression) : ScriptExpression(span)
{
    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; } = expression;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) =>
        context.CallIfFunction(this, context.EvaluateRaw(Expression));

    /// <inheritdoc/>
    internal override object? EvaluateRaw(TemplateContext context) => context.EvaluateRaw(Expression);
}
