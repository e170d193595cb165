using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>Reads a named member of an item of a list.</summary>
internal static class Members
{
    /// <summary>The member's value; null where the item has none of that name.</summary>
    public static object? Get(TemplateContext context, SourceSpan span, object? item, string member) =>
        TemplateContext.Unwrap(item) switch
        {
            IScriptObject members => members.TryGetValue(context, span, member, out var value) ? value : null,
            KeyValuePair<string, object?> pair => member switch
            {
                "key" => pair.Key,
                "value" => pair.Value,
                _ => null,
            },
            _ => null,
        };
}
