namespace ReportGen.Templating.Errors;

/// <summary>What ends a rendering, with its reason in both languages.</summary>
public sealed class TemplateException : ScriptRuntimeException
{
    /// <summary>An error at a place.</summary>
    /// <param name="span">The place.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    /// <param name="cause">The exception behind it, or null.</param>
    public TemplateException(SourceSpan span, TemplateMessage reason, Exception? cause = null)
        : base(span, reason.English, cause) => Reason = reason;

    /// <summary>An error at a place, without a hint.</summary>
    public TemplateException(SourceSpan span, string chinese, string english)
        : this(span, new TemplateMessage(chinese, english))
    {
    }

    /// <summary>What is wrong and what would be right.</summary>
    public TemplateMessage Reason { get; }
}
