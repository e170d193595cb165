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

    /// <summary>
    /// The items as one text with the delimiter between them; the function, if any, changes each item's text. HTML where
    /// an item or the delimiter is HTML; the others are then escaped.
    /// </summary>
    public static object? Join(
        TemplateContext context, SourceSpan span, object? list, object? delimiter, object? function = null)
    {
        var parts = Lists.Walk(context, span, list)
            .Select(item => function is null ? item : context.CallFunction(span, function, AsText(context, item))).ToArray();
        var asHtml = context.EnableHtmlEscape && parts.Append(delimiter).Any(part => TemplateContext.Unwrap(part) is HtmlString);
        string Write(object? part) => asHtml ? HtmlEscaper.AsHtml(context, part) : context.ObjectToString(part);
        var between = Write(delimiter);
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append(i == 0 ? "" : between).Append(Write(parts[i]));
            context.CheckLength(span, text.Length);
        }

        context.CheckStringLength(span, text.Length);
        return JoinedSources.Keep(asHtml ? new HtmlString(text.ToString()) : text.ToString(), parts);
    }

    private static object AsText(TemplateContext context, object? item) =>
        TemplateContext.Unwrap(item) is HtmlString html ? html : context.ObjectToString(item);

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
