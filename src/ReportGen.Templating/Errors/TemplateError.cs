namespace ReportGen.Templating.Errors;

/// <summary>An error in a template as a value: its place, the line, the reason and a hint.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Line">The whole line of the first character, without its end.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record TemplateError(SourceSpan Span, string Line, TemplateMessage Reason)
{
    /// <summary>The number of characters marked, from the first, within the line; at least 1.</summary>
    public int MarkLength => Math.Max(1, Math.Min(Span.Length, Line.Length - Span.Start.Column));

    /// <summary>An error in a text. Errors on one line share the line's text, however long it is.</summary>
    /// <param name="span">Where it is.</param>
    /// <param name="text">The text of the template.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    /// <param name="before">An error of the same text before it, if there is one.</param>
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
