using ReportGen.Model;

namespace ReportGen.Documents.Reviews;

/// <summary>
/// Selects the lines that fit on one printed page. The style sheet <c>review.css</c> cuts long texts after the same numbers of
/// lines; widths are in characters of its print size.
/// </summary>
internal static class PrintedLines
{
    /// <summary>The lines available for the findings of one page if everything above takes two lines.</summary>
    private const double MinLines = 35.5;

    private const double LineOfTitle = 17 / 12.5, LineOfFacts = 14 / 12.5;
    /// <summary>The line that says how many blanks count as 0: its width, and the height of its padding.</summary>
    private const double BlanksWidth = 40, BlanksPadding = 6 / 12.5;

    private const double TitleWidth = 40, FactWidth = 20;

    private const double Padding = 0.4;
    private const double TextWidth = 27, PlaceWidth = 9.8, RuleWidth = 6.6;
    private const int LongestMessage = 3, LongestRest = 2, LongestPlace = 3;

    /// <summary>How many of the lines fit, from the first on, and whether long texts must be cut for that.</summary>
    public static (int Count, bool IsCut) Fitting(ImmutableArray<ReviewLine> lines, Review review)
    {
        var available = AvailableLines(review);
        if (lines.Sum(line => HeightOf(line, int.MaxValue)) <= available) return (lines.Length, false);
        var count = 0;
        for (var used = 0d; count < lines.Length; count++)
        {
            used += HeightOf(lines[count], 0);
            if (used > available) break;
        }

        return (count, true);
    }

    private static double AvailableLines(Review review)
    {
        int Spare(string text, double width) => 2 - Height(text, width, 2);
        var title = review.Title.Length > 0 ? review.Title : review.FileName;
        return MinLines - (review.Blanks is { } blanks ? HeightOf(blanks, review.Language) : 0)
            + (Spare(title, TitleWidth) * LineOfTitle) + (Spare(review.Body, FactWidth) * LineOfFacts)
            + (Math.Min(Spare(review.FileName, FactWidth), Spare(review.Edition?.In(review.Language) ?? "", FactWidth))
                * LineOfFacts);
    }

    // The page has the words of the remark and, in addition, the name and number of each table.
    private static double HeightOf(BlankDeclaration blanks, Language language)
    {
        var tables = string.Concat(blanks.Counts.Select(c => $"{c.Table} {c.Count} 个，"));
        return (Height(blanks.Remark.In(language) + tables, BlanksWidth, 2) * LineOfFacts) + BlanksPadding;
    }

    private static double HeightOf(ReviewLine line, int longest)
    {
        int message = Math.Max(longest, LongestMessage), rest = Math.Max(longest, LongestRest),
            place = Math.Max(longest, LongestPlace);
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

    // Latin letters are narrower, by an amount that depends on the letter.
    private static double Width(ReadOnlySpan<char> text)
    {
        var width = 0d;
        foreach (var c in text) width += c >= 0x2000 ? 1 : char.IsAsciiLetterUpper(c) ? 0.75 : 0.55;
        return width;
    }
}
