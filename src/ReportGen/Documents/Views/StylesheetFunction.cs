using ReportGen.Templating;
using ReportGen.Templating.Errors;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Html;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportGen.Documents.Views;

/// <summary><c>stylesheet 'report.css'</c>: a style sheet of the templates as a <c>style</c> element.</summary>
internal sealed class StylesheetFunction(IncludedFiles files) : CustomFunction(new ScriptParameterInfo(typeof(string), "name"))
{
    /// <inheritdoc/>
    protected override object Invoke(RenderContext context, SourceSpan span, ScriptArray arguments)
    {
        var name = context.ToText(arguments[0]);
        if (!name.EndsWith(".css", StringComparison.Ordinal) || files.Find(name) is not { } path)
            throw new TemplateException(span, $"没有样式表“{name}”。", $"There is no style sheet “{name}”.");
        var css = files.TextOf(path)!;
        if (css.Contains("</", StringComparison.Ordinal))
            throw new TemplateException(span, $"样式表“{name}”中不能有“</”。", $"The style sheet “{name}” must not hold “</”.");
        return new HtmlString($"<style>\n{css}</style>");
    }
}
