namespace ReportGen.Templating.Errors;

/// <summary>An error in a template as a value: its place, the line, the reason and a hint.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Line">The whole line of the first character, without its end.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record TemplateError(SourceSpan Span, string Line, TemplateMessage Reason)
{
    private const int LongestQuotation = 160;

    /// <summary>The number of characters marked, from the first, within the line; at least 1.</summary>
    public int MarkLength => Math.Max(1, Math.Min(Span.Length, Line.Length - Span.Start.Column));

    /// <summary>An error in <paramref name="text"/>, the text of the template.</summary>
    public static TemplateError At(SourceSpan span, string text, TemplateMessage reason) => At(span, text, reason, null);

    /// <summary>An error after another of the same text; on one line they share the line's text, however long it is.</summary>
    internal static TemplateError At(SourceSpan span, string text, TemplateMessage reason, TemplateError? before) => new(
        span,
        before is not null && before.Span.Start.Line == span.Start.Line ? before.Line : LineOf(text, span.Start.Offset),
        reason);

    /// <summary><c>file(line,column): error: reason</c>, with the line, a mark under the place and the hint below.</summary>
    /// <param name="chinese">Whether in Chinese; otherwise in English.</param>
    public string Format(bool chinese)
    {
        var text = new StringBuilder();
        text.Append(Span.FileName).Append(Span.Position()).Append(": error: ")
            .Append(PrintedText.Clean(chinese ? Reason.Chinese : Reason.English));
        Quote(text);
        var hint = chinese ? Reason.ChineseHint : Reason.EnglishHint;
        if (hint is not null)
            text.Append('\n').Append(chinese ? "  提示：" : "  hint: ").Append(PrintedText.Clean(hint));
        return text.ToString();
    }

    /// <summary>The English form of <see cref="Format"/>.</summary>
    public override string ToString() => Format(false);

    private void Quote(StringBuilder text)
    {
        if (Line.Length == 0)
            return;
        var column = Math.Min(Span.Start.Column, Line.Length);
        var from = PrintedText.StartOfCharacter(Line, Math.Max(0, column - (LongestQuotation / 2)));
        var to = PrintedText.StartOfCharacter(Line, Math.Min(Line.Length, from + LongestQuotation));
        var end = Math.Clamp(column + MarkLength, column, to);
        text.Append("\n  ").Append(PrintedText.Clean(Line[from..to])).Append("\n  ");
        PrintedText.AppendBlanks(text, Line.AsSpan(from, column - from));
        text.Append('^', Math.Max(1, PrintedText.Width(Line.AsSpan(column, end - column))));
    }

    private static string LineOf(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)].TrimEnd('\r');
    }
}
