namespace ReportGen.Templating;

public sealed partial class RenderContext
{
    private static readonly TextWriterOutput s_nowhere = new(TextWriter.Null);

    /// <summary>
    /// Evaluates a node within the limits. Values keep their sources where a template may pass them on or print them, and are
    /// plain everywhere else.
    /// </summary>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null) return null;
        Step(scriptNode.Span);
        if (scriptNode is ScriptLiteral literal) return literal.Value;
        if (!IsHtml || !DiscardsOutput(scriptNode)) return EvaluateNode(scriptNode, aliasReturnedFunction);
        PushOutput(s_nowhere);
        try
        {
            return EvaluateNode(scriptNode, aliasReturnedFunction);
        }
        finally
        {
            PopOutput();
        }
    }

    private new object? Evaluate(ScriptNode? node) => Evaluate(node, aliasReturnedFunction: false);

    /// <summary>
    /// Whether the output of a function is discarded: in a condition, an assignment or the list of a loop there is no place in
    /// the HTML where it could be printed.
    /// </summary>
    private static bool DiscardsOutput(ScriptNode node) => node is ScriptAssignExpression
        || (node is ScriptExpression && (node.Parent is ScriptList ? node.Parent.Parent : node.Parent)
            is ScriptStatement and not (ScriptExpressionStatement or ScriptWrapStatement));

    private object? EvaluateNode(ScriptNode scriptNode, bool aliasReturnedFunction)
    {
        var value = scriptNode switch
        {
            ScriptBinaryExpression { Operator: not (ScriptBinaryOperator.And or ScriptBinaryOperator.Or) } binary =>
                Operate(binary, Evaluate(binary.Left), Evaluate(binary.Right)),
            ScriptUnaryExpression { Operator: ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus } sign => EvaluateSign(sign),
            ScriptPipeCall pipe => EvaluatePipe(pipe),
            ScriptInterpolatedStringExpression text => Concatenated(text.Span, [.. text.Parts.Select(Evaluate)]),
            ScriptAssignExpression { EqualToken.TokenType: not TokenType.Equal } assignment => EvaluateCompound(assignment),
            ScriptCaptureStatement capture when IsHtml => EvaluateCapture(capture),
            ScriptIndexerExpression { Target: ScriptVariableLocal { BaseName: "" } } argument =>
                EvaluateArgument(argument, aliasReturnedFunction),
            _ => base.Evaluate(scriptNode, aliasReturnedFunction),
        };
        return value is ISourcedValue or HtmlString && !KeepsSource(scriptNode.Parent) ? ToPlainValue(value) : value;
    }

    private static bool KeepsSource(ScriptNode? parent) => (parent is ScriptList ? parent.Parent : parent)
        is ScriptExpressionStatement or ScriptBinaryExpression or ScriptUnaryExpression or ScriptNestedExpression
        or ScriptConditionalExpression or ScriptAssignExpression or ScriptFunctionCall or ScriptNamedArgument or ScriptPipeCall
        or ScriptObjectMember or ScriptArrayInitializerExpression or ScriptInterpolatedExpression
        or ScriptInterpolatedStringExpression or ScriptReturnStatement or ScriptBlockStatement or ScriptFunction or ScriptPage
        or ScriptParameter;

    /// <summary>The value without its source; HTML as text.</summary>
    internal object? ToPlainValue(object? value) =>
        ISourcedValue.Plain(value) is var plain and not HtmlString ? plain : ToText(value);

    private object? Operate(ScriptBinaryExpression node, object? left, object? right) =>
        Operate(node.OperatorToken?.Span ?? node.Span, node.Operator, left, right);

    private object? EvaluateCompound(ScriptAssignExpression node)
    {
        var right = Evaluate(node.Value);
        var left = Evaluate(node.Target);
        var op = node.EqualToken.TokenType switch
        {
            TokenType.PlusEqual => ScriptBinaryOperator.Add,
            TokenType.MinusEqual => ScriptBinaryOperator.Subtract,
            TokenType.AsteriskEqual => ScriptBinaryOperator.Multiply,
            TokenType.DivideEqual => ScriptBinaryOperator.Divide,
            TokenType.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
            _ => ScriptBinaryOperator.Modulus,
        };
        SetValue(node.Target, Operate(node.Span, op, left, right));
        return null;
    }

    private object? EvaluateSign(ScriptUnaryExpression node)
    {
        var value = Evaluate(node.Right);
        var span = node.Right?.Span ?? node.Span;
        return JoinedSources.WithSourcesOf(
            ScriptUnaryExpression.Evaluate(this, span, node.Operator, ISourcedValue.Plain(value)), value);
    }

    /// <summary>
    /// Evaluates <c>x | f | g</c> without recursion. Scriban's own version catches and rethrows exceptions on every level,
    /// which can overflow an almost full stack.
    /// </summary>
    private object? EvaluatePipe(ScriptPipeCall node)
    {
        var argument = node.From!;
        var next = node.To;
        while (next is ScriptPipeCall longer)
        {
            argument = new ScriptLiteral(CallWith(longer.From!, argument)) { Span = longer.From!.Span };
            next = longer.To;
        }

        return CallWith(next!, argument);
    }

    /// <summary>
    /// Calls a function with an additional first argument; <c>x | f + 1</c> calls the leftmost function, as in Scriban.
    /// </summary>
    private object? CallWith(ScriptExpression target, ScriptExpression argument)
    {
        Step(target.Span);
        switch (target)
        {
            case ScriptConditionalExpression choice:
                return Evaluate(ToBool(choice.Span, CallWith(choice.Condition!, argument)) ? choice.ThenValue : choice.ElseValue);
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.And } both:
                return ToBool(both.Span, CallWith(both.Left!, argument)) && ToBool(both.Span, Evaluate(both.Right));
            case ScriptBinaryExpression { Operator: ScriptBinaryOperator.Or } either:
                return ToBool(either.Span, CallWith(either.Left!, argument)) || ToBool(either.Span, Evaluate(either.Right));
            case ScriptBinaryExpression sum:
                return Operate(sum, CallWith(sum.Left!, argument), Evaluate(sum.Right));
        }

        var call = target as ScriptFunctionCall;
        var function = Evaluate(call?.Target ?? target, aliasReturnedFunction: true);
        if (function is not IScriptCustomFunction)
            throw new TemplateException(target.Span, Messages.NotAFunction((call?.Target ?? target).ToString()));
        IReadOnlyList<ScriptExpression> arguments = call is null ? [argument] : [argument, .. call.Arguments];
        return ScriptFunctionCall.Call(this, target, function, processPipeArguments: false, arguments);
    }

    /// <summary>
    /// Joins the values to one text with the sources of all; HTML if a page is rendered and one of them is HTML.
    /// </summary>
    internal object? Concatenated(SourceSpan span, IReadOnlyList<object?> parts)
    {
        var isHtml = IsHtml && parts.Any(p => ISourcedValue.Plain(p) is HtmlString);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(isHtml ? HtmlEscaper.AsHtml(this, part) : ToText(part));
            CheckLength(span, text.Length);
        }

        return JoinedSources.WithSourcesOf(isHtml ? new HtmlString(text.ToString()) : text.ToString(), [.. parts]);
    }

    /// <summary>An argument of a function or include, such as <c>$1</c>; null if it was not given.</summary>
    private object? EvaluateArgument(ScriptNode node, bool aliasReturnedFunction)
    {
        EnableRelaxedIndexerAccess = true;
        try
        {
            return base.Evaluate(node, aliasReturnedFunction);
        }
        finally
        {
            EnableRelaxedIndexerAccess = !IsStrict;
        }
    }

    private object? EvaluateCapture(ScriptCaptureStatement node)
    {
        var text = Printed(() => Evaluate(node.Body), out _);
        CheckLength(node.Span, text.Length);
        SetValue(node.Target, new HtmlString(text));
        return null;
    }

    /// <summary>The output of <paramref name="evaluate"/>, and its value.</summary>
    internal string Printed(Func<object?> evaluate, out object? value)
    {
        PushOutput();
        try
        {
            value = evaluate();
            return Output.ToString() ?? "";
        }
        finally
        {
            PopOutput();
        }
    }

    private object? Operate(SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        if (op is ScriptBinaryOperator.EmptyCoalescing or ScriptBinaryOperator.NotEmptyCoalescing)
            return (ISourcedValue.Plain(left) is null) == (op is ScriptBinaryOperator.EmptyCoalescing) ? right : left;
        return JoinedSources.WithSourcesOf(OperatePlain(span, op, ISourcedValue.Plain(left), ISourcedValue.Plain(right)),
            left, right);
    }

    private object? OperatePlain(SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        if (left is HtmlString || right is HtmlString)
        {
            if (op is ScriptBinaryOperator.Add && IsHtml)
                return new HtmlString(HtmlEscaper.AsHtml(this, left) + HtmlEscaper.AsHtml(this, right));
            (left, right) = (ToPlainValue(left), ToPlainValue(right));
        }

        if (UsesDecimals && Numbers.Quotient(span, op, left, right) is { } quotient) return quotient;
        CheckGrowth(span, op, left, right);
        var value = ScriptBinaryExpression.Evaluate(this, span, op, left, right);
        if (value is string text) CheckLength(span, text.Length);
        return op is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude ? value : Materialized(span, value);
    }
}
