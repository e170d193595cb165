using System.Xml.Linq;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>
/// Writes the list of findings as a worksheet. Every cell is an inline string, so no text can become a formula.
/// </summary>
internal static class ListSheetXml
{
    public static XDocument Make(XNamespace ns, ReturnList list, ReturnStyles styles) => new(new XElement(ns + "worksheet",
        new XElement(ns + "sheetPr", new XElement(ns + "tabColor", new XAttribute("rgb", "FFFF6666")),
            new XElement(ns + "pageSetUpPr", new XAttribute("fitToPage", 1))),
        new XElement(ns + "sheetViews",
            new XElement(ns + "sheetView", new XAttribute("tabSelected", 1), new XAttribute("workbookViewId", 0),
                new XElement(ns + "pane", new XAttribute("ySplit", ReturnSheet.HeadingRow),
                    new XAttribute("topLeftCell", $"A{ReturnSheet.HeadingRow + 1}"),
                    new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
        new XElement(ns + "sheetFormatPr", new XAttribute("defaultRowHeight", 18)),
        new XElement(ns + "cols", ReturnSheet.Widths.Select((width, i) => new XElement(ns + "col",
            new XAttribute("min", i + 1), new XAttribute("max", i + 1), new XAttribute("width", width),
            new XAttribute("customWidth", 1)))),
        new XElement(ns + "sheetData", Rows(ns, list, styles)),
        list.Filter is { } filter ? new XElement(ns + "autoFilter", new XAttribute("ref", filter)) : null,
        new XElement(ns + "mergeCells", new XAttribute("count", 2), Merge(ns, "A1:F1"), Merge(ns, "A2:F2")),
        Links(ns, list.Lines),
        new XElement(ns + "pageMargins", new XAttribute("left", 0.5), new XAttribute("right", 0.5), new XAttribute("top", 0.6),
            new XAttribute("bottom", 0.6), new XAttribute("header", 0.3), new XAttribute("footer", 0.3)),
        new XElement(ns + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"),
            new XAttribute("fitToHeight", 0))));

    private static IEnumerable<XElement> Rows(XNamespace ns, ReturnList list, ReturnStyles styles)
    {
        yield return Row(ns, 1, 20, Text(ns, 1, 1, ReturnSheet.Name, styles.Title));
        var summary = ReturnSheet.Summary(list, isAlone: false);
        var lines = Math.Max(2, (int)Math.Ceiling(RowHeights.Units(summary) / ReturnSheet.Widths.Sum()));
        yield return Row(ns, 2, lines * 18, Text(ns, 2, 1, summary, styles.Text));
        yield return Row(ns, ReturnSheet.HeadingRow, 20,
            [.. ReturnSheet.Headings(list.Language)
                .Select((h, i) => Text(ns, ReturnSheet.HeadingRow, i + 1, h, styles.Heading))]);
        for (var i = 0; i < list.Lines.Length; i++)
        {
            var (row, line) = (ReturnSheet.HeadingRow + 1 + i, list.Lines[i]);
            var texts = list.Texts(i);
            yield return Row(ns, row, HeightOf(texts), [.. texts.Select((text, column) =>
                Text(ns, row, column + 1, text, StyleOf(line, column + 1, styles)))]);
        }
    }

    private static int StyleOf(ReturnLine line, int column, ReturnStyles styles) => column switch
    {
        ReturnSheet.SeverityColumn => styles.Of(line.Severity),
        ReturnSheet.PlaceColumn when line.Target is not null => styles.Link,
        _ => styles.Text,
    };

    private static double HeightOf(IReadOnlyList<string> texts)
    {
        var lines = texts.Zip(ReturnSheet.Widths, (text, width) => (int)Math.Ceiling(RowHeights.Units(text) / (width - 1))).Max();
        return Math.Clamp((lines * 15) + 3, 18, 400);
    }

    private static XElement? Links(XNamespace ns, ImmutableArray<ReturnLine> lines)
    {
        var links = lines.Select((line, i) => (line.Target, Row: ReturnSheet.HeadingRow + 1 + i)).Where(l => l.Target is not null)
            .Select(l => new XElement(ns + "hyperlink",
                new XAttribute("ref", new CellAddress(l.Row, ReturnSheet.PlaceColumn)),
                new XAttribute("location", $"{l.Target}"),
                new XAttribute("display", l.Target!.Value.Address))).ToList();
        return links.Count == 0 ? null : new XElement(ns + "hyperlinks", links);
    }

    private static XElement Merge(XNamespace ns, string range) => new(ns + "mergeCell", new XAttribute("ref", range));

    private static XElement Row(XNamespace ns, int row, double height, params XElement[] cells) => new(ns + "row",
        new XAttribute("r", row), new XAttribute("ht", height.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("customHeight", 1), cells);

    private static XElement Text(XNamespace ns, int row, int column, string text, int style) => new(ns + "c",
        new XAttribute("r", new CellAddress(row, column)), new XAttribute("s", style), new XAttribute("t", "inlineStr"),
        new XElement(ns + "is",
            new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XlsxText.Fit(text))));
}
