using ReportGen.Diagnostics;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks;

/// <summary>Typical changes by people and programs to a workbook before it is read.</summary>
internal static class RawEdits
{
    /// <summary>The workbook with one sheet changed.</summary>
    public static RawWorkbook With(this RawWorkbook workbook, string sheet, Func<RawSheet, RawSheet?> change) =>
        workbook with { Sheets = [.. workbook.Sheets.Select(s => s.Name == sheet ? change(s) : s).OfType<RawSheet>()] };

    /// <summary>The workbook with every sheet changed.</summary>
    public static RawWorkbook WithAll(this RawWorkbook workbook, Func<RawSheet, RawSheet> change) =>
        workbook with { Sheets = [.. workbook.Sheets.Select(change)] };

    public static RawSheet Renamed(this RawSheet sheet, string name, bool isHidden = false) =>
        new(name, sheet.Cells, sheet.Merges, isHidden);

    /// <summary>Inserts empty rows above a row, as a spreadsheet program does: merged ranges grow.</summary>
    public static RawSheet InsertRows(this RawSheet sheet, int before, int count) =>
        Move(sheet, a => a.Row >= before ? a with { Row = a.Row + count } : a);

    /// <summary>Inserts empty columns left of a column.</summary>
    public static RawSheet InsertColumns(this RawSheet sheet, int before, int count) =>
        Move(sheet, a => a.Column >= before ? a with { Column = a.Column + count } : a);

    public static RawSheet DeleteRow(this RawSheet sheet, int row) => new(
        sheet.Name,
        sheet.Cells.Where(c => c.Address.Row != row)
            .Select(c => c.Address.Row > row ? c with { Address = c.Address with { Row = c.Address.Row - 1 } } : c),
        sheet.Merges.Where(m => m.First.Row != row || m.Last.Row != row).Select(m => new CellRange(
            m.First.Row > row ? m.First with { Row = m.First.Row - 1 } : m.First,
            m.Last.Row >= row ? m.Last with { Row = m.Last.Row - 1 } : m.Last)),
        sheet.IsHidden);

    /// <summary>Unmerges all ranges and repeats their text in every cell.</summary>
    public static RawSheet Repeated(this RawSheet sheet) => new(
        sheet.Name,
        sheet.Cells.Concat(from merge in sheet.Merges
                           let cell = sheet[merge.First]
                           where cell.Kind == RawCellKind.Text
                           from row in Enumerable.Range(merge.First.Row, merge.Last.Row - merge.First.Row + 1)
                           from column in Enumerable.Range(merge.First.Column, merge.Last.Column - merge.First.Column + 1)
                           select cell with { Address = new CellAddress(row, column) }),
        [], sheet.IsHidden);

    /// <summary>Unmerges all ranges; the text stays in the first cell only.</summary>
    public static RawSheet Unmerged(this RawSheet sheet) => new(sheet.Name, sheet.Cells, [], sheet.IsHidden);

    public static RawSheet Put(this RawSheet sheet, string address, string text) =>
        Put(sheet, new RawCell { Address = At(address), Kind = RawCellKind.Text, Text = text });

    public static RawSheet Put(this RawSheet sheet, string address, decimal number, bool isFormula = false) => Put(sheet,
        new RawCell { Address = At(address), Kind = RawCellKind.Number, Text = $"{number}", Number = number,
            IsFormula = isFormula });

    public static RawSheet Put(this RawSheet sheet, RawCell cell) =>
        new(sheet.Name, sheet.Cells.Append(cell), sheet.Merges, sheet.IsHidden);

    public static RawSheet Clear(this RawSheet sheet, string address) => Put(sheet, RawCell.EmptyAt(At(address)));

    /// <summary>The workbook with every text changed.</summary>
    public static RawSheet Texts(this RawSheet sheet, Func<string, string> change) => new(
        sheet.Name, sheet.Cells.Select(c => c.Kind == RawCellKind.Text ? c with { Text = change(c.Text) } : c), sheet.Merges,
        sheet.IsHidden);

    public static CellAddress At(string address)
    {
        Assert.That(CellAddress.TryParse(address, out var at), Is.True, address);
        return at;
    }

    private static RawSheet Move(RawSheet sheet, Func<CellAddress, CellAddress> to) => new(
        sheet.Name, sheet.Cells.Select(c => c with { Address = to(c.Address) }),
        sheet.Merges.Select(m => new CellRange(to(m.First), to(m.Last))), sheet.IsHidden);
}
