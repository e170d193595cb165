namespace ReportGen.Templating.Errors;

/// <summary>An error in a template as a value: its place, the line, the reason and a hint.</summary>
/// <param name="Span">The place.</param>
/// <param name="Line">The whole line of the first character, without its end.</param>
/// <param name="Reason">The reason, and how to fix it.</param>
public sealed record TemplateError(SourceSpan Span, string Line, TemplateMessage Reason)
{
    /// <summary>The position as <c>(line,column)</c>, both from 1.</summary>
    public string Position => $"({Span.Start.ToStringSimple()})";

    /// <summary>The number of characters marked on the line, from the first of <see cref="Span"/>; at least 1.</summary>
    public int MarkLength => Math.Max(1, Math.Min(Span.Length, Line.Length - Span.Start.Column));
}

/// <summary>The reason for an error, and how to fix it, in both languages.</summary>
/// <param name="Chinese">The reason in simplified Chinese.</param>
/// <param name="English">The reason in English.</param>
/// <param name="ChineseHint">How to fix it, in simplified Chinese; null if the reason says so.</param>
/// <param name="EnglishHint">How to fix it, in English; null if the reason says so.</param>
public sealed record TemplateMessage(string Chinese, string English, string? ChineseHint = null, string? EnglishHint = null);

/// <summary>Ends a rendering, with the reason in both languages.</summary>
/// <param name="span">The place.</param>
/// <param name="reason">The reason, and how to fix it.</param>
public sealed class TemplateException(SourceSpan span, TemplateMessage reason) : ScriptRuntimeException(span, reason.English)
{
    /// <summary>The reason, and how to fix it.</summary>
    public TemplateMessage Reason => reason;
}
