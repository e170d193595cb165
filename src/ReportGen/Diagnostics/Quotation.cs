namespace ReportGen.Diagnostics;

/// <summary>A line quoted from the source, with part of it marked.</summary>
/// <param name="Text">The line or excerpt.</param>
/// <param name="Mark">The marked part of <paramref name="Text"/>.</param>
public sealed record Quotation(string Text, TextSpan Mark)
{
    private const string Ellipsis = "…";
    private const int MaxWholeLength = 100;

    /// <summary>Quotes a whole text, all of it marked; null if the text is empty or longer than 100 UTF-16 units.</summary>
    public static Quotation? OfWhole(string text) =>
        text.Length is > 0 and <= MaxWholeLength ? new(text, new TextSpan(0, text.Length)) : null;

    /// <summary>The marked text with a little context, for output where space is limited.</summary>
    /// <param name="around">The maximum number of UTF-16 units to keep on either side of the mark.</param>
    /// <param name="maxMarked">The maximum number of UTF-16 units of the marked text itself.</param>
    public Excerpt Excerpt(int around = 20, int maxMarked = 60)
    {
        var start = Math.Clamp(Mark.Start, 0, Text.Length);
        var end = Math.Clamp(Mark.End, start, Text.Length);
        var from = Align(Math.Max(0, start - around));
        var to = Align(Math.Min(Text.Length, end + around));
        var cut = Align(Math.Min(end, start + maxMarked));
        return new Excerpt(
            (from > 0 ? Ellipsis : "") + Text[from..start],
            Text[start..cut] + (cut < end ? Ellipsis : ""),
            Text[end..to] + (to < Text.Length ? Ellipsis : ""));
    }

    // Never splits a surrogate pair.
    private int Align(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) ? at - 1 : at;
}

/// <summary>A quoted part of a source text, with its context.</summary>
/// <param name="Before">The text before; empty if none.</param>
/// <param name="Marked">The marked text; empty for a position between two characters.</param>
/// <param name="After">The text after; empty if none.</param>
public sealed record Excerpt(string Before, string Marked, string After);
