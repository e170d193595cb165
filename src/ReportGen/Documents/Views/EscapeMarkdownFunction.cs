using ReportGen.Documents.Prose;
using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Documents.Views;

/// <summary><c>title | escape_markdown</c>: a text as Markdown in which nothing is markup.</summary>
internal sealed class EscapeMarkdownFunction : IScriptCustomFunction
{
    /// <summary>The function.</summary>
    public static EscapeMarkdownFunction Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<ScriptParameterInfo> Parameters { get; } = [new("text", typeof(string), false, null, false)];

    /// <inheritdoc/>
    public string Name => "escape_markdown";

    /// <inheritdoc/>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ProseMarkdown.Escape(context.ToObject<string>(callerContext.Span, arguments[0]) ?? "", isFirst: false);
}
