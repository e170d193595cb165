using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportGen.Templating.Html;

namespace ReportGen.Documents.Prose;

/// <summary>
/// Writes prose as HTML. All text is escaped here, exactly once; <paramref name="figure"/> returns HTML for figures.
/// </summary>
/// <param name="figure">The HTML of the figure at an index, and its plain text.</param>
/// <param name="attributes">Attributes for each outermost element, with a leading blank; empty if none.</param>
/// <param name="forPortal">Whether tables have inline styles, and nothing has a class.</param>
internal sealed class ProseHtml(Func<int, (string Html, string Text)> figure, string attributes, bool forPortal = false)
{
    private const string CellStyle = " style=\"border: 1px solid #000; padding: 4px 6px; text-align: center\"";

    private readonly StringBuilder _html = new();

    /// <summary>Writes paragraphs, lists and tables.</summary>
    public string WriteBlocks(MarkdownDocument document)
    {
        foreach (var block in document) WriteBlock(block, attributes, isTight: false);
        return _html.ToString();
    }

    /// <summary>Writes the inline content of all paragraphs, joined by line breaks.</summary>
    public string WriteLine(MarkdownDocument document)
    {
        foreach (var paragraph in document.OfType<ParagraphBlock>())
        {
            if (_html.Length > 0) _html.Append("<br>");
            WriteInlines(paragraph.Inline);
        }

        return _html.ToString();
    }

    private void WriteBlock(Block block, string outer, bool isTight)
    {
        switch (block)
        {
            case ParagraphBlock paragraph when isTight: WriteInlines(paragraph.Inline); break;
            case ParagraphBlock paragraph: Element("p", outer, () => WriteInlines(paragraph.Inline)); break;
            case ListBlock list: WriteList(list, outer); break;
            case Table table: WriteTable(table, outer); break;
            case LeafBlock { Inline: { } inlines }: Element("p", outer, () => WriteInlines(inlines)); break;
        }
    }

    private void WriteList(ListBlock list, string outer)
    {
        var start = list is { IsOrdered: true, OrderedStart: not (null or "1") }
            ? $" start=\"{int.Parse(list.OrderedStart, CultureInfo.InvariantCulture)}\""
            : "";
        Element(list.IsOrdered ? "ol" : "ul", outer + start, () =>
        {
            foreach (var item in list.OfType<ListItemBlock>())
            {
                Element("li", "", () =>
                {
                    foreach (var child in item) WriteBlock(child, "", !list.IsLoose);
                });
            }
        });
    }

    private void WriteTable(Table table, string outer)
    {
        if (!forPortal) _html.Append("<div class=\"table-frame\"").Append(outer).Append('>');
        var own = forPortal
            ? " border=\"1\" cellspacing=\"0\" style=\"width: 100%; border: 1px solid #000; border-collapse: collapse\""
            : " class=\"prose-table\"";
        Element("table", own, () =>
        {
            foreach (var row in table.OfType<TableRow>())
            {
                Element("tr", "", () =>
                {
                    foreach (var cell in row.OfType<TableCell>()) WriteCell(cell, row.IsHeader);
                });
            }
        });
        if (!forPortal) _html.Append("</div>\n");
    }

    private void WriteCell(TableCell cell, bool isHeader)
    {
        var style = forPortal ? CellStyle : "";
        Element(isHeader ? "th" : "td", (isHeader ? " scope=\"col\"" : "") + style, () =>
        {
            foreach (var paragraph in cell.OfType<ParagraphBlock>()) WriteInlines(paragraph.Inline);
        });
    }

    private void Element(string name, string own, Action content)
    {
        _html.Append('<').Append(name).Append(own).Append('>');
        content();
        _html.Append("</").Append(name).Append('>');
        if (name is "p" or "ul" or "ol" or "li" or "tr" or "table") _html.Append('\n');
    }

    private void WriteInlines(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling) WriteInline(inline);
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: Text(literal.Content.ToString()); break;
            case FigureInline mark: _html.Append(figure(mark.Index).Html); break;
            case EmphasisInline emphasis:
                Element(emphasis.DelimiterCount == 2 ? "strong" : "em", "", () => WriteInlines(emphasis));
                break;
            case LinkInline { IsImage: false } link: WriteLink(Restore(link.Url), () => WriteInlines(link)); break;
            case AutolinkInline auto:
                WriteLink((auto.IsEmail ? "mailto:" : "") + Restore(auto.Url), () => Text(auto.Url));
                break;
            case HtmlEntityInline entity: Text(entity.Transcoded.ToString()); break;
            case LineBreakInline: _html.Append("<br>"); break;
            case ContainerInline container: WriteInlines(container); break;
        }
    }

    private void WriteLink(string? address, Action content)
    {
        if (ProseLinks.Safe(address) is { } safe)
            Element("a", $" href=\"{HtmlEscaper.Escape(safe)}\" rel=\"noreferrer\"", content);
        else content();
    }

    private void Text(string text) => _html.Append(LongWords.ToHtml(Restore(text) ?? "", isMarked: !forPortal));

    private string? Restore(string? text) => text is null ? null : FigureMark.Restore(text, index => figure(index).Text);
}
