using ReportGen.Bindings;

namespace ReportGen.Documents.Prose;

/// <summary>Converts a cell's text to Markdown: line breaks separate paragraphs, and indentation is not code.</summary>
internal static class ProseSource
{
    /// <summary>The text with a mark in place of each bound figure.</summary>
    public static string WithMarks(BoundText text)
    {
        var source = new StringBuilder(text.Text.Length + 8);
        var at = 0;
        for (var i = 0; i < text.Figures.Length; i++)
        {
            var span = text.Figures[i].Span;
            FigureMark.AppendClean(source, text.Text.AsSpan(at, span.Start - at));
            FigureMark.Append(source, i);
            at = span.End;
        }

        FigureMark.AppendClean(source, text.Text.AsSpan(at));
        return source.ToString();
    }

    /// <summary>The lines of a text, for any line endings, without trailing blanks.</summary>
    public static string[] Lines(string text) =>
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\v', '\u2028', '\u2029')
            .Select(l => l.TrimEnd())];

    /// <summary>
    /// The text as Markdown. A line is a paragraph of its own unless it continues a list or table. Leading blanks, also
    /// full-width ones, are removed, except before a list item, where they give its depth.
    /// </summary>
    public static string AsMarkdown(string text)
    {
        var lines = Lines(text);
        var markdown = new StringBuilder(text.Length + lines.Length);
        var previous = LineKind.Blank;
        foreach (var line in lines)
        {
            var kind = KindOf(line);
            if (markdown.Length > 0) markdown.Append(kind == previous && kind != LineKind.Text ? "\n" : "\n\n");
            markdown.Append(kind == LineKind.Item ? line : line.TrimStart());
            previous = kind;
        }

        return markdown.ToString();
    }

    private static LineKind KindOf(string line)
    {
        var rest = line.AsSpan().TrimStart();
        if (rest.IsEmpty) return LineKind.Blank;
        if (rest[0] == '|') return LineKind.TableRow;
        var marker = rest[0] is '-' or '*' or '+' ? 1 : DigitsThenDot(rest);
        return marker > 0 && marker < rest.Length && rest[marker] == ' ' ? LineKind.Item : LineKind.Text;
    }

    private static int DigitsThenDot(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 9 && char.IsAsciiDigit(text[digits])) digits++;
        return digits > 0 && digits < text.Length && text[digits] is '.' or ')' ? digits + 1 : 0;
    }

    private enum LineKind
    {
        Blank,
        Text,
        Item,
        TableRow,
    }
}
