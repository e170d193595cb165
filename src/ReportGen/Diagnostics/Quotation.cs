namespace ReportGen.Diagnostics;

/// <summary>A line quoted from the source, with a mark under part of it.</summary>
/// <param name="Text">The line or excerpt.</param>
/// <param name="Mark">The part meant, within <paramref name="Text"/>.</param>
public sealed record Quotation(string Text, TextSpan Mark)
{
    private const string Cut = "…";
    private const int LongestWhole = 100;

    /// <summary>A text quoted as a whole; null where it is empty or longer than 100 UTF-16 units.</summary>
    public static Quotation? OfWhole(string text) =>
        text.Length is > 0 and <= LongestWhole ? new(text, new TextSpan(0, text.Length)) : null;

    /// <summary>The marked words with a little of what stands around them, for where there is no room for all.</summary>
    /// <param name="around">The number of UTF-16 units to keep on either side of the mark.</param>
    /// <param name="longest">The largest number of UTF-16 units of the marked words themselves.</param>
    public Excerpt Excerpt(int around = 20, int longest = 60)
    {
        var start = Math.Clamp(Mark.Start, 0, Text.Length);
        var end = Math.Clamp(Mark.End, start, Text.Length);
        var from = Whole(Math.Max(0, start - around));
        var to = Whole(Math.Min(Text.Length, end + around));
        var cut = Whole(Math.Min(end, start + longest));
        return new Excerpt(
            (from > 0 ? Cut : "") + Text[from..start],
            Text[start..cut] + (cut < end ? Cut : ""),
            Text[end..to] + (to < Text.Length ? Cut : ""));
    }

    // Never between the two halves of one character.
    private int Whole(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) ? at - 1 : at;
}

/// <summary>Words of a source as they are quoted, with what stands before and after them.</summary>
/// <param name="Before">What stands before.</param>
/// <param name="Marked">The words meant; empty for a place between two characters.</param>
/// <param name="After">What stands after.</param>
public sealed record Excerpt(string Before, string Marked, string After);
