using ReportGen.Documents.Prose;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Html;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary>The functions of templates besides those of the language.</summary>
internal static class TemplateFunctions
{
    /// <summary><c>title | escape_markdown</c>: a text as Markdown in which nothing is markup, not even in a table.</summary>
    public static CustomFunction EscapeMarkdown { get; } = new(
        (context, _, arguments) =>
            ProseMarkdown.Escape(context.ToText(arguments[0]), isFirst: false).Replace("|", "\\|", StringComparison.Ordinal),
        new ScriptParameterInfo(typeof(string), "text"));

    /// <summary><c>stylesheet 'report.css'</c>: a style sheet of the templates as a <c>style</c> element.</summary>
    public static CustomFunction Stylesheet(IncludedFiles files) => new(
        (context, span, arguments) => StyleElement(files, span, context.ToText(arguments[0])),
        new ScriptParameterInfo(typeof(string), "name"));

    private static HtmlString StyleElement(IncludedFiles files, SourceSpan span, string name)
    {
        if (!name.EndsWith(".css", StringComparison.Ordinal) || files.Find(name) is not { } path)
            throw new TemplateException(span, new($"没有样式表“{name}”。", $"There is no style sheet “{name}”."));
        var css = files.TextOf(path)!;
        if (css.Contains("</", StringComparison.Ordinal))
            throw new TemplateException(span, new($"样式表“{name}”中不能有“</”。", $"The style sheet “{name}” must not contain “</”."));
        return new HtmlString($"<style>\n{css}</style>");
    }
}
