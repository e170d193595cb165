namespace ReportGen.Templating;

public sealed partial class RenderContext
{
    /// <inheritdoc/>
    public override string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        var loader = TemplateLoader ?? throw new TemplateException(span, Messages.NoLoader());
        return loader.GetPath(this, span, templateName ?? "")
            ?? throw new TemplateException(span, Messages.IncludeNotFound(templateName ?? ""));
    }

    /// <inheritdoc/>
    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        var span = callerContext?.Span ?? CurrentSpan;
        var key = (templatePath, IsHtml);
        if (!Included.TryGetValue(key, out var template) && TemplateLoader?.Load(this, span, templatePath) is { } text)
            template = Included.GetOrAdd(key, ReportTemplate.Parse(text, templatePath, IsHtml, UsesDecimals));
        return Usable(span, template ?? throw new TemplateException(span, Messages.IncludeNotFound(templatePath)));
    }

    /// <summary>Runs a text: a template, whose result is its output, or code, whose result is a value.</summary>
    /// <exception cref="ScriptRuntimeException">The text has errors, or fails to run.</exception>
    internal object? Run(SourceSpan span, string text, bool isTemplate)
    {
        CheckLength(span, text.Length);
        var mode = isTemplate ? ScriptMode.Default : ScriptMode.ScriptOnly;
        var template = Usable(span, ReportTemplate.Parse(text, span.FileName + ":eval", IsHtml, UsesDecimals, mode));
        if (isTemplate) return AsHtml(RenderTemplate(template, [], CurrentNode));
        var prints = EnableOutput;
        EnterRecursive(CurrentNode);
        EnableOutput = false;
        try
        {
            return Evaluate(template.Page, false);
        }
        finally
        {
            EnableOutput = prints;
            ExitRecursive(CurrentNode);
        }
    }

    /// <summary>The output of a template, as a value.</summary>
    internal object AsHtml(string printed) => IsHtml ? new HtmlString(printed) : printed;

    private Template Usable(SourceSpan span, ReportTemplate template)
    {
        _sources[template.Source.Path] = template.Source;
        return template.HasErrors ? throw new TemplateException(span, Messages.BadInclude(template.Errors[0])) : template.Parsed!;
    }
}
