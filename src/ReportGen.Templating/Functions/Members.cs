using ReportGen.Templating.Parsing;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating.Functions;

/// <summary>Reads a named member of an item of a list.</summary>
internal static class Members
{
    /// <summary>The member's value; null for null.</summary>
    /// <exception cref="ScriptRuntimeException">The item has no such member and the context is strict.</exception>
    public static object? Get(TemplateContext context, SourceSpan span, object? item, string member) =>
        TemplateContext.Unwrap(item) is { } plain ? context.GetMember(span, plain, member) : null;
}
