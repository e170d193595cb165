using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads the figures of a located table and computes its totals.</summary>
internal sealed class TableDataReader(LocatedTable table, FindingList findings)
{
    private readonly Dictionary<(string Row, string Column), (decimal? Number, CellAddress? Address)> _held = [];
    private readonly Dictionary<(string Row, string Column), decimal?> _sums = [];
    private readonly List<(FormLine Row, FormLine Column, RawCell Cell)> _empty = [];

    /// <summary>Reads the table. Cells without a valid figure have a null number, with a finding.</summary>
    public Table Read()
    {
        ReadFigures();
        ReportEmpty();
        var cells = MakeCells();
        CompareTotals(cells);
        return new Table { Form = table.Form, Cells = cells, Location = table.Labels.Location };
    }

    private void ReadFigures()
    {
        foreach (var (row, column, cell) in table.Figures)
        {
            var (number, fault) = FigureCellReader.Read(cell);
            _held[(row.Id, column.Id)] = (number, cell.Address);
            var mayBeEmpty = row.IsTotal || column.IsTotal;
            if (fault == FigureFault.None || (mayBeEmpty && cell.Kind == RawCellKind.Empty)) continue;
            if (fault == FigureFault.Empty) _empty.Add((row, column, cell));
            else findings.Add(TableMessages.Unusable(table.Form, row, column, cell, fault, At(cell)));
        }
    }

    /// <summary>Reports empty cells: one finding per cell, but only one for an entirely empty row or table.</summary>
    private void ReportEmpty()
    {
        var inputs = table.Form.Inputs.Where(p => _held.ContainsKey((p.Row.Id, p.Column.Id))).ToList();
        if (_empty.Count > 1 && _empty.Count == inputs.Count)
        {
            findings.Add(TableMessages.EmptyTable(table.Form, [.. _empty.Select(e => At(e.Cell))]));
            return;
        }
        foreach (var line in _empty.GroupBy(e => e.Row.Id))
        {
            if (line.Count() > 1 && line.Count() == inputs.Count(i => i.Row.Id == line.Key))
            {
                findings.Add(TableMessages.EmptyRow(table.Form, line.First().Row, [.. line.Select(e => At(e.Cell))]));
            }
            else
            {
                foreach (var (row, column, cell) in line)
                    findings.Add(TableMessages.Unusable(table.Form, row, column, cell, FigureFault.Empty, At(cell)));
            }
        }
    }

    private ImmutableArray<Cell> MakeCells() => [.. table.Form.Crossings.Select(p =>
    {
        var isTotal = p.Row.IsTotal || p.Column.IsTotal;
        var (number, address) = _held.GetValueOrDefault((p.Row.Id, p.Column.Id));
        return new Cell
        {
            Row = p.Row,
            Column = p.Column,
            Number = Value(p.Row, p.Column),
            Typed = isTotal ? number : null,
            Location = address is { } at ? table.Labels.At(at) : null,
        };
    })];

    private decimal? Value(FormLine row, FormLine column)
    {
        if (!row.IsTotal && !column.IsTotal) return _held.GetValueOrDefault((row.Id, column.Id)).Number;
        if (_sums.TryGetValue((row.Id, column.Id), out var known)) return known;
        decimal? sum = 0;
        foreach (var (addendRow, addendColumn) in table.Form.AddendsOf(row, column)) sum += Value(addendRow, addendColumn);
        return _sums[(row.Id, column.Id)] = sum;
    }

    private void CompareTotals(ImmutableArray<Cell> cells)
    {
        var byId = cells.ToDictionary(c => (c.Row.Id, c.Column.Id));
        foreach (var cell in cells.Where(c => c.Typed is not null && c.Number is not null && c.Typed != c.Number))
        {
            var addends = table.Form.AddendsOf(cell.Row, cell.Column).Select(a => byId[(a.Row.Id, a.Column.Id)]).ToList();
            if (!FollowsFromOthers(cell, addends)) findings.Add(TableMessages.TotalDiffers(table.Form, cell, addends));
        }
    }

    /// <summary>Whether a total is wrong only because of other wrong totals, which are reported themselves.</summary>
    private static bool FollowsFromOthers(Cell cell, List<Cell> addends) =>
        addends.Exists(a => a.Typed is not null && a.Typed != a.Number) && addends.Sum(a => a.Typed ?? a.Number) == cell.Typed;

    private CellLocation At(RawCell cell) => table.Labels.At(cell.Address);
}
