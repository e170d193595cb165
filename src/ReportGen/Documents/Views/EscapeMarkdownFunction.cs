using ReportGen.Documents.Prose;
using ReportGen.Templating;
using ReportGen.Templating.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary><c>title | escape_markdown</c>: a text as Markdown in which nothing is markup.</summary>
internal sealed class EscapeMarkdownFunction() : CustomFunction(new ScriptParameterInfo(typeof(string), "text"))
{
    /// <summary>The function.</summary>
    public static EscapeMarkdownFunction Instance { get; } = new();

    /// <inheritdoc/>
    protected override object Invoke(RenderContext context, SourceSpan span, ScriptArray arguments) =>
        ProseMarkdown.Escape(context.ToText(arguments[0]), isFirst: false);
}
