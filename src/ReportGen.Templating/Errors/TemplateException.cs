namespace ReportGen.Templating.Errors;

/// <summary>Ends a rendering, with the reason in both languages.</summary>
/// <param name="span">The place.</param>
/// <param name="reason">The reason, and how to fix it.</param>
public sealed class TemplateException(SourceSpan span, TemplateMessage reason) : ScriptRuntimeException(span, reason.English)
{
    /// <summary>The reason, and how to fix it.</summary>
    public TemplateMessage Reason => reason;
}
