namespace ReportGen.Templating.Errors;

/// <summary>What ends a rendering, with its reason in both languages.</summary>
/// <param name="span">The place.</param>
/// <param name="reason">What is wrong and what would be right.</param>
public sealed class TemplateException(SourceSpan span, TemplateMessage reason) : ScriptRuntimeException(span, reason.English)
{
    /// <summary>What is wrong and what would be right.</summary>
    public TemplateMessage Reason => reason;
}
