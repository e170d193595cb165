namespace ReportGen.Templating.Errors;

/// <summary>An error in a template as a value: its place, the line, the reason and a hint.</summary>
/// <param name="Span">The place.</param>
/// <param name="Line">The whole line of the first character, without its end.</param>
/// <param name="Reason">The reason, and how to fix it.</param>
public sealed record TemplateError(SourceSpan Span, string Line, TemplateMessage Reason)
{
    /// <summary>The number of characters marked on the line, from the first of <see cref="Span"/>; at least 1.</summary>
    public int MarkLength => Math.Max(1, Math.Min(Span.Length, Line.Length - Span.Start.Column));

    /// <summary>Creates an error in a text. Errors on one line share the line's text, to save memory on long lines.</summary>
    /// <param name="span">The place.</param>
    /// <param name="text">The text of the template.</param>
    /// <param name="reason">The reason, and how to fix it.</param>
    /// <param name="before">The previous error of the same text; null if none.</param>
    internal static TemplateError At(SourceSpan span, string text, TemplateMessage reason, TemplateError? before = null) => new(
        span,
        before is not null && before.Span.Start.Line == span.Start.Line ? before.Line : LineOf(text, span.Start.Offset),
        reason);

    private static string LineOf(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)].TrimEnd('\r');
    }
}
