using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

public static partial class ArrayFunctions
{
    /// <summary>Whether the function says true of any item; further arguments are handed to it after the item.</summary>
    public static bool Any(
        TemplateContext context, SourceSpan span, object? list, object? function, [AsIs] params object?[] args) =>
        Lists.Walk(context, span, list).Any(item => context.ToBool(context.CallFunction(span, function, [item, .. args])));

    /// <summary>A new list of what the function makes of each item.</summary>
    public static ScriptArray Each(TemplateContext context, SourceSpan span, object? list, object? function) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list).Select(item => context.CallFunction(span, function, item)));

    /// <summary>A new list of the items of which the function says true.</summary>
    public static ScriptArray Filter(TemplateContext context, SourceSpan span, object? list, object? function) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list)
            .Where(item => context.ToBool(context.CallFunction(span, function, item))));

    /// <summary>The items as one text with the delimiter between them; the function, if any, changes each item's text.</summary>
    public static string Join(
        TemplateContext context, SourceSpan span, object? list, string? delimiter, object? function = null)
    {
        var text = new StringBuilder();
        var first = true;
        foreach (var item in Lists.Walk(context, span, list))
        {
            var part = context.ObjectToString(item);
            if (function is not null)
                part = context.ObjectToString(context.CallFunction(span, function, part));
            text.Append(first ? "" : delimiter).Append(part);
            context.CheckStringLength(span, text.Length);
            first = false;
        }
        return text.ToString();
    }

    /// <summary>A new list of the named member of each item; null where an item has none.</summary>
    public static ScriptArray Map(TemplateContext context, SourceSpan span, object? list, string? member) =>
        Lists.Gather(context, span, Lists.Walk(context, span, list)
            .Select(item => member is null ? null : Members.Get(context, span, item, member)));

    /// <summary>
    /// A new list in rising order of the items, or of the named member of each; text by the culture's alphabet. Equal
    /// items keep their order.
    /// </summary>
    public static ScriptArray Sort(TemplateContext context, SourceSpan span, object? list, string? member = null)
    {
        var order = new ValueOrder(context, span);
        return Lists.Gather(context, span, Lists.Walk(context, span, list).OrderBy(
            item => order.Key(string.IsNullOrEmpty(member) ? item : Members.Get(context, span, item, member)), order));
    }
}
