using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>Ranges <c>1..5</c> and <c>1..&lt;5</c>; they count down where the end is below the start.</summary>
internal static class RangeOperations
{
    public static ScriptRange Create(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        var from = Bound(context, span, left);
        var to = Bound(context, span, right);
        var include = op == ScriptBinaryOperator.RangeInclude;
        var count = Math.Abs((decimal)to - from) + (include ? 1 : 0);
        if (context.LoopLimit > 0 && count > context.LoopLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.RangeTooLong(context.LoopLimit));
        context.CheckCollection(span, (long)count);
        return new ScriptRange(Walk(from, to >= from ? 1 : -1, (int)count)) { Count = (int)count };
    }

    private static long Bound(TemplateContext context, SourceSpan span, object? value)
    {
        var whole = context.ToObject<long>(span, value);
        return value is null || (Numbers.IsFraction(value) && Numbers.ToDouble(value) != whole)
            ? throw new ScriptRuntimeException(
                span, RuntimeMessages.CannotConvert(context.TypeName(value), context.ObjectToString(value, true), "int"))
            : whole;
    }

    private static IEnumerable Walk(long from, int step, int count)
    {
        for (var i = 0; i < count; i++)
            yield return Numbers.Smallest(from + ((long)i * step));
    }
}
