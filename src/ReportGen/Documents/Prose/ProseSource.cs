using ReportGen.Bindings;

namespace ReportGen.Documents.Prose;

/// <summary>Makes Markdown of a cell's text: its line breaks are paragraphs, its indents are not code.</summary>
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

    /// <summary>The lines of a text, whatever ends them, without blanks at their ends.</summary>
    public static string[] Lines(string text) =>
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\v', '\u2028', '\u2029').Select(l => l.TrimEnd())];

    /// <summary>
    /// The text as Markdown: a line is a paragraph of its own unless it goes on with a list or table; leading blanks, full
    /// width or not, go, except before a list item, where they are its depth.
    /// </summary>
    public static string AsMarkdown(string text)
    {
        var lines = Lines(text);
        var markdown = new StringBuilder(text.Length + lines.Length);
        var previous = LineKind.Blank;
        foreach (var line in lines)
        {
            var kind = KindOf(line);
            if (markdown.Length > 0)
                markdown.Append(kind == previous && kind != LineKind.Text ? "\n" : "\n\n");
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
