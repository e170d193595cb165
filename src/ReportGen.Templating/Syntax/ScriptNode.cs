using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Syntax;

/// <summary>A node of the syntax tree. Trees are immutable and may run in many contexts at once.</summary>
/// <param name="span">The text it was read from.</param>
public abstract class ScriptNode(SourceSpan span)
{
    /// <summary>The text it was read from.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Runs the node. Parents call <c>TemplateContext.Evaluate</c>, which keeps the limits.</summary>
    /// <exception cref="ScriptRuntimeException">The template asks for what cannot be done.</exception>
    public abstract object? Evaluate(TemplateContext context);
}
