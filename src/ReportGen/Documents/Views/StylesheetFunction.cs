using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Documents.Views;

/// <summary><c>stylesheet 'report.css'</c>: a style sheet of the templates as a <c>style</c> element.</summary>
internal sealed class StylesheetFunction(IncludedFiles files) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public IReadOnlyList<ScriptParameterInfo> Parameters { get; } = [new("name", typeof(string), false, null, false)];

    /// <inheritdoc/>
    public string Name => "stylesheet";

    /// <inheritdoc/>
    public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var name = context.ToObject<string>(callerContext.Span, arguments[0]) ?? "";
        if (!name.EndsWith(".css", StringComparison.Ordinal) || files.Find(name) is not { } path)
            throw new ScriptRuntimeException(callerContext.Span, $"没有样式表“{name}”。", $"There is no style sheet “{name}”.");
        var css = files.TextOf(path)!;
        if (css.Contains("</", StringComparison.Ordinal))
            throw new ScriptRuntimeException(callerContext.Span, $"样式表“{name}”中不能有“</”。", $"The style sheet “{name}” must not hold “</”.");
        return new HtmlString($"<style>\n{css}</style>");
    }
}
