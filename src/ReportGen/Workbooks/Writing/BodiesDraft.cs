using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Workbooks.Writing;

/// <summary>
/// Drafts the sheet of the figures of all bodies: a row for each figure, a column for each body, with formulas for the sum
/// and its difference from the table.
/// </summary>
internal sealed class BodiesDraft(BodiesSheet sheet, KindDefinition kind, ImmutableArray<BodyFigures> bodies)
{
    private const int FirstBody = 6;
    private const double BodyWidth = 12;
    private static readonly double[] s_leadingWidths = [8, 30, 20, 12, 14];

    private readonly SheetDraft _draft = new(sheet.Name)
    {
        IsProtected = false, FitsWidth = false, FreezeAt = new(2, FirstBody), RepeatedRows = 1,
    };
    private readonly Dictionary<FigureKey, CellReference> _places = TableDraft.PlacesOf(kind);
    private int _row = 1;

    public SheetDraft Make()
    {
        foreach (var (i, width) in s_leadingWidths.Concat(bodies.Select(_ => BodyWidth)).Index()) _draft.Widen(i + 1, width);
        var columns = sheet.Columns;
        Headings([columns.Table, columns.Row, columns.Column, columns.Sum, columns.Difference, .. bodies.Select(b => b.Body)]);
        foreach (var form in kind.TablesOf(sheet.TableIds).Select(t => t.Form))
            foreach (var (row, column) in form.FigurePositions) Line(form, row, column);
        _draft.Filter = new CellRange(new(1, 1), new(_row - 1, FirstBody - 1 + bodies.Length));
        return _draft;
    }

    private void Headings(IEnumerable<string> texts)
    {
        var column = 1;
        foreach (var text in texts) _draft.Put(new CellAddress(_row, column++), text, CellStyle.Heading);
        _row++;
    }

    private void Line(TableForm form, FormLine row, FormLine column)
    {
        _draft.Put(new(_row, 1), form.Name, CellStyle.Text);
        _draft.Put(new(_row, 2), row.Name, CellStyle.Text);
        _draft.Put(new(_row, 3), column.Name, CellStyle.Text);
        var numbers = bodies.Select(b => b.Table(form.Id)?.Find(row.Id, column.Id)?.Number).ToArray();
        for (var i = 0; i < numbers.Length; i++)
            _draft.Set(_row, FirstBody + i, new DraftCell(CellStyle.Number, Number: numbers[i]));
        var addends = new CellRange(new(_row, FirstBody), new(_row, FirstBody - 1 + numbers.Length));
        _draft.Set(_row, 4, new DraftCell(CellStyle.Total, Number: numbers.Sum() ?? 0, Formula: $"SUM({addends})"));
        if (_places.TryGetValue(new FigureKey(form.Id, row.Id, column.Id), out var place))
            _draft.Set(_row, 5, new DraftCell(CellStyle.Number, Number: 0, Formula: $"{new CellAddress(_row, 4)}-{place}"));
        _row++;
    }
}
