using System.Collections;
using System.Runtime.CompilerServices;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Runtime;

/// <summary>Operators on arrays. Each makes a new array; its operands stay as they are.</summary>
internal static class ListOperations
{
    public static bool TryEvaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right,
        out object? result)
    {
        result = (op, left, right) switch
        {
            (ScriptBinaryOperator.ShiftLeft, IList list, _) => Append(context, span, list, right),
            (ScriptBinaryOperator.ShiftRight, _, IList list) => Prepend(context, span, left, list),
            (ScriptBinaryOperator.Add, IList a, IList b) => Concat(context, span, a, b),
            (ScriptBinaryOperator.BinaryAnd, IList a, IList b) => Common(context, span, a, b),
            (ScriptBinaryOperator.Multiply, IList list, _) when Numbers.IsNumber(right) =>
                Repeat(context, span, list, context.ToInt(span, right)),
            (ScriptBinaryOperator.Multiply, _, IList list) when Numbers.IsNumber(left) =>
                Repeat(context, span, list, context.ToInt(span, left)),
            (ScriptBinaryOperator.CompareEqual, IList a, IList b) => Same(context, span, a, b),
            (ScriptBinaryOperator.CompareNotEqual, IList a, IList b) => !Same(context, span, a, b),
            _ => null,
        };
        return result is not null;
    }

    private static ScriptArray Append(TemplateContext context, SourceSpan span, IList list, object? item)
    {
        context.CheckCollection(span, list.Count + 1L);
        return new ScriptArray(list) { item };
    }

    private static ScriptArray Prepend(TemplateContext context, SourceSpan span, object? item, IList list)
    {
        context.CheckCollection(span, list.Count + 1L);
        var result = new ScriptArray(list);
        result.Insert(0, item);
        return result;
    }

    private static ScriptArray Concat(TemplateContext context, SourceSpan span, IList left, IList right)
    {
        context.CheckCollection(span, (long)left.Count + right.Count);
        var result = new ScriptArray(left);
        result.AddRange(right);
        return result;
    }

    private static ScriptArray Repeat(TemplateContext context, SourceSpan span, IList list, int times)
    {
        context.CheckCollection(span, (long)list.Count * Math.Max(0, times));
        if (context.LoopLimit > 0 && times > context.LoopLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.RangeTooLong(context.LoopLimit));
        var result = new ScriptArray();
        for (var i = 0; i < times && list.Count > 0; i++)
            result.AddRange(list);
        return result;
    }

    private static ScriptArray Common(TemplateContext context, SourceSpan span, IList left, IList right)
    {
        var result = new ScriptArray();
        foreach (var item in left)
        {
            if (Contains(context, span, right, item) && !Contains(context, span, result, item))
                result.Add(item);
        }

        return result;
    }

    private static bool Contains(TemplateContext context, SourceSpan span, IList list, object? wanted)
    {
        foreach (var item in list)
        {
            context.StepLoop(span);
            if (BinaryOperations.AreEqual(context, span, item, wanted))
                return true;
        }

        return false;
    }

    private static bool Same(TemplateContext context, SourceSpan span, IList left, IList right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            context.StepLoop(span);
            if (!BinaryOperations.AreEqual(context, span, left[i], right[i]))
                return false;
        }

        return true;
    }
}
