using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>The library <c>array</c>. No function changes its list; null counts as an empty list.</summary>
public static partial class ArrayFunctions
{
    /// <summary>A new list with the value at its end.</summary>
    public static ScriptArray Add(TemplateContext context, SourceSpan span, object? list, [AsIs] object? value) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Append(value));

    /// <summary>A new list of the items of both lists.</summary>
    public static ScriptArray AddRange(TemplateContext context, SourceSpan span, object? list1, object? list2) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list1).Concat(Lists.Walk(context, span, list2)));

    /// <summary>A new list of the items of both lists.</summary>
    public static ScriptArray Concat(TemplateContext context, SourceSpan span, object? list1, object? list2) =>
        AddRange(context, span, list1, list2);

    /// <summary>A new list without the items that are null.</summary>
    public static ScriptArray Compact(TemplateContext context, SourceSpan span, object? list) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Where(item => TemplateContext.Unwrap(item) is not null));

    /// <summary>Whether the list holds an item equal to the value.</summary>
    public static bool Contains(TemplateContext context, SourceSpan span, object? list, object? item) =>
        Lists.Walk(context, span, list).Contains(item, ValueEquality.Instance);

    /// <summary>
    /// The next item each time it is called in one rendering, from the start again after the last. Calls with the same
    /// group, or without a group with equal lists, count together.
    /// </summary>
    public static object? Cycle(TemplateContext context, SourceSpan span, object? list, object? group = null)
    {
        var items = Lists.Copy(context, span, list);
        if (items.Count == 0)
            return null;
        var key = new CycleKey(context.ObjectToString(group ?? items), group is not null);
        var turn = context.Tags.TryGetValue(key, out var last) ? ((int)last! + 1) % items.Count : 0;
        context.Tags[key] = turn;
        return items[turn];
    }

    /// <summary>The first item; null where there is none.</summary>
    public static object? First(TemplateContext context, SourceSpan span, object? list) =>
        Lists.Walk(context, span, list).FirstOrDefault();

    /// <summary>The last item; null where there is none.</summary>
    public static object? Last(TemplateContext context, SourceSpan span, object? list) =>
        TemplateContext.Unwrap(list) is ScriptArray array ? array[array.Count - 1] : Lists.Walk(context, span, list).LastOrDefault();

    /// <summary>
    /// A new list with the value at the index; a negative index means the start, one past the end fills the gap with null.
    /// </summary>
    public static ScriptArray InsertAt(
        TemplateContext context, SourceSpan span, object? list, int index, [AsIs] object? value)
    {
        var array = Lists.Copy(context, span, list);
        context.CheckCollection(span, Math.Max(index, (long)array.Count) + 1);
        array.Insert(Math.Max(0, index), value);
        return array;
    }

    /// <summary>The first items, so many; none for a negative count.</summary>
    public static ScriptArray Limit(TemplateContext context, SourceSpan span, object? list, int count) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Take(count));

    /// <summary>The items from the index on; all for a negative index.</summary>
    public static ScriptArray Offset(TemplateContext context, SourceSpan span, object? list, int index) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Skip(index));

    /// <summary>A new list without the item at the index; a negative index counts from the end. Nothing goes where there is none.</summary>
    public static ScriptArray RemoveAt(TemplateContext context, SourceSpan span, object? list, int index)
    {
        var array = Lists.Copy(context, span, list);
        array.RemoveAt(index < 0 ? index + array.Count : index);
        return array;
    }

    /// <summary>A new list in reversed order.</summary>
    public static ScriptArray Reverse(TemplateContext context, SourceSpan span, object? list) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Reverse());

    /// <summary>The number of items.</summary>
    public static int Size(TemplateContext context, SourceSpan span, object? list) => TemplateContext.Unwrap(list) switch
    {
        string or HtmlString => context.ObjectToString(list).Length,
        ICollection collection => collection.Count,
        ScriptRange { Count: { } count } => count,
        _ => Lists.Walk(context, span, list).Count(),
    };

    /// <summary>A new list without items that are equal to an earlier one.</summary>
    public static ScriptArray Uniq(TemplateContext context, SourceSpan span, object? list) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Distinct(ValueEquality.Instance));

    private sealed record CycleKey(string Name, bool IsGroup);
}
