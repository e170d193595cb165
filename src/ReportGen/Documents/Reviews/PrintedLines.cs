using System.Collections.Immutable;

namespace ReportGen.Documents.Reviews;

/// <summary>
/// Which lines have room on one printed page. The style sheet <c>review.css</c> cuts long texts after the same numbers of
/// lines that are counted here; widths are in characters of its print size.
/// </summary>
internal static class PrintedLines
{
    /// <summary>The lines of text that the findings of one page may fill.</summary>
    private const double Room = 36;

    private const double Padding = 0.4;
    private const double TextWidth = 29, PlaceWidth = 10, RuleWidth = 6.8;
    private const int LongestMessage = 3, LongestRest = 2, LongestPlace = 3;

    /// <summary>How many of the lines, from the first, have room, and whether long texts must be cut for that.</summary>
    public static (int Count, bool IsCut) Fitting(ImmutableArray<ReviewLine> lines)
    {
        var whole = lines.Sum(line => HeightOf(line, int.MaxValue));
        return whole <= Room ? (lines.Length, false) : (Fitting(lines, 0), true);
    }

    private static int Fitting(ImmutableArray<ReviewLine> lines, double used)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            used += HeightOf(lines[i], 0);
            if (used > Room) return i;
        }

        return lines.Length;
    }

    private static double HeightOf(ReviewLine line, int longest)
    {
        int message = Math.Max(longest, LongestMessage), rest = Math.Max(longest, LongestRest), place = Math.Max(longest, LongestPlace);
        var text = Height(line.Message, TextWidth, message)
            + (line.Excerpt is { } quote ? Height(quote.Before + quote.Marked + quote.After, TextWidth, rest) : 0)
            + (line.Remedy.Length > 0 ? Height(line.Remedy + "改正：", TextWidth, rest) : 0)
            + (line.Reason.Length > 0 ? Height(line.Reason + "接受理由：", TextWidth, rest) : 0);
        return Padding + Math.Max(text, Math.Max(Height(line.Place, PlaceWidth, place), Height(line.Rule, RuleWidth, place)));
    }

    private static int Height(string text, double width, int longest)
    {
        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (int)Math.Ceiling(Width(paragraph) / width));
            if (lines >= longest) return longest;
        }

        return Math.Max(1, lines);
    }

    // Latin letters are narrower, by how much depends on the letter.
    private static double Width(ReadOnlySpan<char> text)
    {
        var width = 0d;
        foreach (var c in text) width += c >= 0x2000 ? 1 : char.IsAsciiLetterUpper(c) ? 0.75 : 0.55;
        return width;
    }
}
