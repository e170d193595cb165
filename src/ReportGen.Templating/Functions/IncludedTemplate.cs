namespace ReportGen.Templating.Functions;

/// <summary>
/// Scriban's <c>include</c> or <c>include_join</c>: in a page, the output of the templates is HTML, and the separator is
/// escaped unless it is HTML.
/// </summary>
internal sealed class IncludedTemplate(IScriptCustomFunction inner) : BuiltinFunction(inner)
{
    private const string TemplatePrefix = "tpl:";

    public override object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var render = (RenderContext)context;
        if (Inner is Scriban.Functions.IncludeJoinFunction && arguments.Count > 0) arguments = Separated(render, arguments);
        return Inner.Invoke(context, callerContext, arguments, blockStatement) is string text ? render.AsHtml(text) : null;
    }

    private static ScriptArray Separated(RenderContext context, ScriptArray arguments) =>
    [
        context.ToList(context.CurrentSpan, ISourcedValue.Plain(arguments[0])),
        .. arguments.Skip(1).Select(a => Separator(context, a)),
    ];

    private static string Separator(RenderContext context, object? value)
    {
        var text = context.ToText(value);
        var isText = !context.IsHtml || text.StartsWith(TemplatePrefix, StringComparison.Ordinal);
        return isText ? text : HtmlEscaper.AsHtml(context, value);
    }
}
