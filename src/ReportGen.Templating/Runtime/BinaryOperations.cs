using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>What the binary operators do with values of each kind.</summary>
internal static class BinaryOperations
{
    /// <summary>The result; <c>??</c>, <c>||</c> and their like, which may leave out their right side, are not for here.</summary>
    /// <exception cref="ScriptRuntimeException">The operator is not for such values.</exception>
    public static object? Evaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        left = TemplateContext.Unwrap(left);
        right = TemplateContext.Unwrap(right);
        if (op is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude)
            return RangeOperations.Create(context, span, op, left, right);
        if (left is EmptyScriptObject || right is EmptyScriptObject)
            return AgainstEmpty(context, span, op, left, right);
        if (ListOperations.TryEvaluate(context, span, op, left, right, out var list))
            return list;
        if (left is null || right is null)
            return WithNull(op, left, right);
        if (left is string or HtmlString || right is string or HtmlString)
            return TextOperations.Evaluate(context, span, op, left, right);
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
            return Arithmetic.Evaluate(context, span, op, left, right);
        return Others(context, span, op, left, right);
    }

    /// <summary>Whether two values are equal as <c>==</c> sees them.</summary>
    public static bool AreEqual(TemplateContext context, SourceSpan span, object? left, object? right) =>
        Evaluate(context, span, ScriptBinaryOperator.CompareEqual, left, right) is true;

    /// <summary>The mistake of an operator that is not for its values.</summary>
    public static ScriptRuntimeException NotSupported(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right) =>
        new(span, RuntimeMessages.OperatorNotSupported(
            ScriptBinaryOperators.Sign(op), context.TypeName(left), context.TypeName(right)));

    /// <summary>Whether a comparison holds, by the sign of <c>left.CompareTo(right)</c>.</summary>
    public static bool Holds(ScriptBinaryOperator op, int comparison) => op switch
    {
        ScriptBinaryOperator.CompareEqual => comparison == 0,
        ScriptBinaryOperator.CompareNotEqual => comparison != 0,
        ScriptBinaryOperator.CompareLess => comparison < 0,
        ScriptBinaryOperator.CompareLessOrEqual => comparison <= 0,
        ScriptBinaryOperator.CompareGreater => comparison > 0,
        _ => comparison >= 0,
    };

    private static object AgainstEmpty(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        if (op is not (ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual))
            throw NotSupported(context, span, op, left, right);
        var bothEmpty = TemplateContext.IsEmpty(left) && TemplateContext.IsEmpty(right);
        return bothEmpty == (op == ScriptBinaryOperator.CompareEqual);
    }

    /// <summary>Null equals only null, compares false, joins texts as nothing, and makes any sum null.</summary>
    private static object? WithNull(ScriptBinaryOperator op, object? left, object? right)
    {
        if (op == ScriptBinaryOperator.CompareEqual)
            return left is null && right is null;
        if (op == ScriptBinaryOperator.CompareNotEqual)
            return left is not null || right is not null;
        if (ScriptBinaryOperators.Compares(op))
            return false;
        return op == ScriptBinaryOperator.Add && (left ?? right) is string or HtmlString ? left ?? right : null;
    }

    private static object? Others(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (left is bool || right is bool)
            return Truths(context, span, op, left, right);
        if (TimeOperations.TryEvaluate(op, left, right, out var time))
            return time;
        if (op is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual)
            return Equals(left, right) == (op == ScriptBinaryOperator.CompareEqual);
        if (ScriptBinaryOperators.Compares(op) && left is IComparable and not IEnumerable
            && left.GetType() == right.GetType())
            return Holds(op, ((IComparable)left).CompareTo(right));
        throw NotSupported(context, span, op, left, right);
    }

    private static object Truths(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object left, object right)
    {
        if (!ScriptBinaryOperators.Compares(op))
            throw NotSupported(context, span, op, left, right);
        return Holds(op, context.ToBool(left).CompareTo(context.ToBool(right)));
    }
}
