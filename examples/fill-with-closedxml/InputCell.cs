using ClosedXML.Excel;

namespace FillWithClosedXml;

/// <summary>A cell of the standard workbook that is to be filled in.</summary>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="Address">Its address, such as <c>D5</c>.</param>
/// <param name="Labels">The labels beside it and above it.</param>
/// <param name="Rule">What the workbook's own data validation allows there; null for any text.</param>
internal sealed record InputCell(string Sheet, string Address, IReadOnlyList<string> Labels, EntryRule? Rule)
{
    public override string ToString() => $"{Sheet}!{Address}";
}

/// <summary>Finds the cells to fill in by their labels, never by their addresses: a new edition may move them.</summary>
internal static class InputCells
{
    private const string LevelHeading = "层级";
    private const string Heading = "标题";
    private const string Body = "正文";

    /// <summary>All cells of a workbook that may be filled in.</summary>
    public static List<InputCell> Of(XLWorkbook workbook) => [.. workbook.Worksheets.SelectMany(Of)];

    private static IEnumerable<InputCell> Of(IXLWorksheet sheet) =>
        sheet.RangeUsed() is not { } used ? []
        : sheet.Cell(1, 1).GetString() == LevelHeading ? Texts(sheet)
        : Fields(sheet, used);

    // A sheet of text: a heading in the column of texts names the first paragraph below it.
    private static IEnumerable<InputCell> Texts(IXLWorksheet sheet)
    {
        string? heading = null;
        foreach (var row in sheet.RowsUsed().Skip(1))
        {
            var level = row.Cell(1).GetString();
            if (level == Heading) heading = row.Cell(2).GetString();
            if (level != Body || heading is null) continue;
            yield return new InputCell(sheet.Name, $"{row.Cell(2).Address}", [heading], null);
            heading = null;
        }
    }

    // A cover or a table: what is not locked is to be filled in, except formulas.
    private static IEnumerable<InputCell> Fields(IXLWorksheet sheet, IXLRange used) =>
        from cell in used.Cells()
        where !cell.Style.Protection.Locked && !cell.HasFormula && Shown(cell).Address.Equals(cell.Address)
        let labels = Labels(cell, c => c.Address.ColumnNumber > 1 ? c.CellLeft() : null)
            .Concat(Labels(cell, c => c.Address.RowNumber > 1 ? c.CellAbove() : null)).ToList()
        where labels.Count > 0
        select new InputCell(sheet.Name, $"{cell.Address}", labels, EntryRule.Of(cell));

    // The first unbroken run of labels in one direction.
    private static IEnumerable<string> Labels(IXLCell cell, Func<IXLCell, IXLCell?> next)
    {
        var label = next(cell);
        while (label is not null && !IsLabel(label)) label = next(label);
        for (; label is not null && IsLabel(label); label = next(label)) yield return Shown(label).GetString();
    }

    private static bool IsLabel(IXLCell cell) =>
        cell.Style.Protection.Locked && !cell.HasFormula
        && Shown(cell).DataType == XLDataType.Text && Shown(cell).GetString().Length > 0;

    // The cell whose content shows: of merged cells the first one.
    private static IXLCell Shown(IXLCell cell) => cell.IsMerged() ? cell.MergedRange().FirstCell() : cell;
}
