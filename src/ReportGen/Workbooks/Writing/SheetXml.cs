using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>Converts a draft to the XML of a worksheet.</summary>
internal static class SheetXml
{
    private const double LandscapeFrom = 125;
    private const uint A4 = 9;

    /// <summary>Writes a draft row by row: a tree of all cells would cost more than everything else.</summary>
    public static void Write(OpenXmlWriter writer, SheetDraft draft, bool isFirst)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        foreach (var element in Make(draft, isFirst).ChildElements)
        {
            if (element is not SheetData)
            {
                writer.WriteElement(element);
                continue;
            }
            writer.WriteStartElement(element);
            foreach (var row in MakeRows(draft)) writer.WriteElement(row);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static Worksheet Make(SheetDraft draft, bool isFirst)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(draft, isFirst)),
            new SheetFormatProperties { DefaultRowHeight = RowHeights.OneLine },
            MakeColumns(draft),
            new SheetData());
        if (draft.IsProtected) sheet.Append(Protect(draft));
        if (draft.Filter is { } filter) sheet.Append(new AutoFilter { Reference = filter.ToString() });
        if (draft.Merges.Count > 0)
        {
            sheet.Append(new MergeCells(draft.Merges.Select(m => new MergeCell { Reference = m.ToString() }))
                { Count = (uint)draft.Merges.Count });
        }

        if (draft.Validations.Count > 0)
        {
            sheet.Append(new DataValidations(draft.Validations.Select(v => ValidationXml.Make(v, draft.Language)))
                { Count = (uint)draft.Validations.Count });
        }

        if (draft.Links.Count > 0) sheet.Append(MakeLinks(draft));
        sheet.Append(new PrintOptions { HorizontalCentered = true });
        sheet.Append(new PageMargins { Left = 0.6, Right = 0.6, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        sheet.Append(new PageSetup
        {
            PaperSize = A4,
            FitToWidth = draft.FitsWidth ? 1u : 0u,
            FitToHeight = 0,
            Orientation = draft.Widths.Sum() > LandscapeFrom ? OrientationValues.Landscape : OrientationValues.Portrait,
        });
        sheet.Append(new HeaderFooter(new OddFooter("&C&A　&P / &N")));
        return sheet;
    }

    /// <summary>The relationship id of a link to a file.</summary>
    public static string LinkId(int index) => string.Create(CultureInfo.InvariantCulture, $"link{index + 1}");

    private static Hyperlinks MakeLinks(SheetDraft draft) => new(draft.Links.Select((link, i) =>
    {
        // An attribute set to null would be written as an empty one, which is an invalid id.
        var hyperlink = new Hyperlink { Reference = link.At.ToString() };
        if (link.IsFile) hyperlink.Id = LinkId(i);
        else hyperlink.Location = link.Target;
        return hyperlink;
    }));

    private static SheetView View(SheetDraft draft, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = isFirst ? true : null };
        if (draft.FreezeAt is not { } at) return view;
        var (left, top) = (at.Column - 1, at.Row - 1);
        var pane = (left, top) switch
        {
            ( > 0, > 0) => PaneValues.BottomRight,
            (0, _) => PaneValues.BottomLeft,
            _ => PaneValues.TopRight,
        };
        view.Append(new Pane
        {
            HorizontalSplit = left > 0 ? left : null,
            VerticalSplit = top > 0 ? top : null,
            TopLeftCell = at.ToString(),
            ActivePane = pane,
            State = PaneStateValues.Frozen,
        });
        view.Append(new Selection { Pane = pane, ActiveCell = at.ToString(),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = at.ToString() } });
        return view;
    }

    private static Columns MakeColumns(SheetDraft draft)
    {
        var columns = new Columns();
        for (var i = 0; i < draft.Widths.Count; i++)
        {
            var column = new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = draft.Widths[i], CustomWidth = true };
            if (i < draft.FreeColumns) column.Style = (uint)CellStyle.BlockInput;
            columns.Append(column);
        }
        return columns;
    }

    private static IEnumerable<Row> MakeRows(SheetDraft draft)
    {
        var heights = new RowHeights(draft);
        foreach (var line in draft.Cells.GroupBy(c => c.Key.Row))
        {
            var row = new Row(line.Select(c => MakeCell(c.Key, c.Value))) { RowIndex = (uint)line.Key };
            if (heights.Of(line) is { } height) (row.Height, row.CustomHeight) = (height, true);
            yield return row;
        }
    }

    private static Cell MakeCell(CellAddress at, DraftCell draft)
    {
        var cell = new Cell { CellReference = at.ToString(), StyleIndex = (uint)draft.Style };
        if (draft.Formula is { } formula) cell.CellFormula = new CellFormula(formula);
        if (draft.Number is { } number)
            cell.CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(number.ToString(CultureInfo.InvariantCulture));
        if (string.IsNullOrEmpty(draft.Text)) return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(
            new Text(XlsxText.Escape(draft.Text)) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static SheetProtection Protect(SheetDraft draft) => new()
    {
        Sheet = true,
        Objects = true,
        Scenarios = true,
        FormatCells = false,
        FormatColumns = false,
        FormatRows = false,
        InsertRows = !draft.MayInsertRows,
        DeleteRows = !draft.MayInsertRows,
    };
}
