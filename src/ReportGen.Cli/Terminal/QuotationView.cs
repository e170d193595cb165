namespace ReportGen.Cli.Terminal;

/// <summary>A quotation in two lines: the text, and carets below the marked part.</summary>
/// <param name="Text">As much of the quoted line as fits.</param>
/// <param name="Mark">Spaces and carets, aligned with <paramref name="Text"/>.</param>
internal sealed record QuotationView(string Text, string Mark)
{
    private const string Cut = "…";

    /// <summary>Cuts <paramref name="quotation"/> to <paramref name="width"/> columns around its mark.</summary>
    public static QuotationView Of(Quotation quotation, int width)
    {
        var (text, start, length) = LineOfMark(quotation);
        var from = Math.Max(0, FirstWithin(text, start, width / 3));
        var to = from;
        for (var used = from > 0 ? 1 : 0; to < text.Length; to = NextRune(text, to))
        {
            used += DisplayText.Width(text[to..NextRune(text, to)]);
            if (used > width - 1) break;
        }

        return Shown(text, from, to, start, Math.Min(start + length, to));
    }

    private static QuotationView Shown(string text, int from, int to, int start, int end)
    {
        var head = from > 0 ? Cut : "";
        var tail = to < text.Length ? Cut : "";
        var indent = DisplayText.Width(head + text[from..start]);
        var mark = Math.Max(1, DisplayText.Width(text[start..Math.Max(start, end)]));
        return new QuotationView(head + text[from..to] + tail, new string(' ', indent) + new string('^', mark));
    }

    // Of a quotation with several lines, only the line where the mark starts is shown.
    private static (string Text, int Start, int Length) LineOfMark(Quotation quotation)
    {
        var start = Math.Clamp(quotation.Mark.Start, 0, quotation.Text.Length);
        var lineStart = start == 0 ? 0 : quotation.Text.LastIndexOf('\n', start - 1) + 1;
        var lineEnd = quotation.Text.IndexOf('\n', start) is var at and >= 0 ? at : quotation.Text.Length;
        var length = Math.Clamp(quotation.Mark.Length, 0, lineEnd - start);
        return (DisplayText.Clean(quotation.Text[lineStart..lineEnd]), start - lineStart, length);
    }

    private static int FirstWithin(string text, int position, int columns)
    {
        var at = position;
        for (var used = 0; at > 0; at = PreviousRune(text, at))
        {
            used += DisplayText.Width(text[PreviousRune(text, at)..at]);
            if (used > columns) break;
        }

        return at;
    }

    private static int NextRune(string text, int at) =>
        at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1);

    private static int PreviousRune(string text, int at) =>
        at - (at > 1 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]) ? 2 : 1);
}
