using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Syntax;

/// <summary>A place from which a function of the host calls a function of the template.</summary>
/// <param name="span">The place.</param>
internal sealed class ScriptCallSite(SourceSpan span) : ScriptNode(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => null;
}
