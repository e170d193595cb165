using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportGen.Documents.Prose;

/// <summary>
/// Writes prose as Markdown that means the same in any dialect: the author's text is escaped, so that none finds HTML, code or
/// headings in it.
/// </summary>
/// <param name="figure">The text of the figure at an index.</param>
internal sealed partial class ProseMarkdown(Func<int, string> figure)
{
    /// <summary>Writes paragraphs, lists and tables, separated by blank lines.</summary>
    public string WriteBlocks(MarkdownDocument document) => Blocks(document);

    /// <summary>Writes the inline content of all paragraphs on one line.</summary>
    public string WriteLine(MarkdownDocument document) =>
        string.Join(' ', document.OfType<ParagraphBlock>().Select(p => Inlines(p.Inline)));

    private string Blocks(ContainerBlock blocks, string separator = "\n\n") =>
        string.Join(separator, blocks.Select(Write).Where(t => t.Length > 0));

    private string Write(Block block) => block switch
    {
        ListBlock list => List(list),
        Table table => Rows(table),
        LeafBlock { Inline: { } inlines } => Inlines(inlines),
        _ => "",
    };

    private string List(ListBlock list)
    {
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1;
        return string.Join('\n', list.OfType<ListItemBlock>().Select(item =>
        {
            var bullet = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            return bullet + Blocks(item, "\n").Replace("\n", "\n" + new string(' ', bullet.Length), StringComparison.Ordinal);
        }));
    }

    private string Rows(Table table) => string.Join('\n', table.OfType<TableRow>().SelectMany(row =>
    {
        var line = "| " + string.Join(" | ", row.OfType<TableCell>().Select(Cell)) + " |";
        return row.IsHeader ? new[] { line, "|" + string.Concat(Enumerable.Repeat(" --- |", row.Count)) } : [line];
    }));

    private string Cell(TableCell cell) =>
        BarePipe().Replace(string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => Inlines(p.Inline))), @"$1\|");

    // A pipe without a backslash before it. Those at the beginning of a text are already escaped.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\|")]
    private static partial Regex BarePipe();

    private string Inlines(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            // Marks that are no emphasis, and figures, divide a text, and may be in an address.
            var plain = Plain(inline);
            while (plain is not null && Plain(inline.NextSibling) is { } more)
            {
                plain += more;
                inline = inline.NextSibling!;
            }

            text.Append(plain is null ? Write(inline, text.Length == 0) : Text(plain, text.Length == 0));
        }

        return text.ToString();
    }

    private string Write(Inline inline, bool isFirst) => inline switch
    {
        EmphasisInline emphasis => Wrap(emphasis),
        LinkInline { IsImage: false } link when ProseLinks.Safe(Restore(link.Url ?? "")) is { } url =>
            $"[{Inlines(link)}](<{url}>)",
        AutolinkInline { IsEmail: false } auto when ProseLinks.Safe(Restore(auto.Url)) is { } url => $"<{url}>",
        AutolinkInline auto => Escape(Restore(auto.Url), isFirst),
        HtmlEntityInline entity => Escape(entity.Transcoded.ToString(), isFirst),
        LineBreakInline => "\\\n",
        ContainerInline container => Inlines(container),
        _ => "",
    };

    private string? Plain(Inline? inline) => inline switch
    {
        LiteralInline literal => Restore(literal.Content.ToString()),
        FigureInline mark => figure(mark.Index),
        _ => null,
    };

    private string Wrap(EmphasisInline emphasis)
    {
        var marks = new string('*', emphasis.DelimiterCount);
        return marks + Inlines(emphasis) + marks;
    }

    private string Restore(string text) => FigureMark.Restore(text, figure);

    // A bare address is marked: readers that find addresses by themselves take Chinese punctuation after it as part of it.
    private static string Text(string text, bool isFirst)
    {
        var result = new StringBuilder(text.Length);
        var from = 0;
        foreach (var match in BareAddress().EnumerateMatches(text))
        {
            result.Append(Escape(text[from..match.Index], isFirst && from == 0));
            var address = text.Substring(match.Index, match.Length);
            result.Append(ProseLinks.Safe(address) is not null ? $"<{address}>" : Escape(address, isFirst && match.Index == 0));
            from = match.Index + match.Length;
        }

        return result.Append(Escape(text[from..], isFirst && from == 0)).ToString();
    }

    // In ASCII, without the punctuation of the sentence at its end.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*[A-Za-z0-9/#=&%~_-]", RegexOptions.CultureInvariant)]
    private static partial Regex BareAddress();

    /// <summary>Escapes text so that nothing in it is markup.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <param name="isFirst">Whether it begins a line, where more characters are special.</param>
    public static string Escape(string text, bool isFirst)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '&' or '$') escaped.Append('\\');
            escaped.Append(c is '\r' or '\n' ? ' ' : c);
        }

        if (isFirst && BeginsBlock(text) is var at and >= 0) escaped.Insert(at, '\\');
        return escaped.ToString();
    }

    /// <summary>Where a backslash must go to prevent a heading, list or table; -1 if none is needed.</summary>
    private static int BeginsBlock(string text)
    {
        if (text.Length == 0) return -1;
        if (text[0] is '#' or '-' or '+' or '=' or '|' or ':') return 0;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < text.Length && text[digits] is '.' or ')' ? digits : -1;
    }
}
