using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads the figures of a located table and computes its totals.</summary>
internal sealed class TableDataReader(LocatedTable table, FindingList findings, EmptyCells emptyCells)
{
    private readonly Dictionary<(string Row, string Column), (decimal? Number, CellAddress? Address)> _held = [];
    private readonly Dictionary<(string Row, string Column), decimal?> _sums = [];
    private readonly List<(FormLine Row, FormLine Column, RawCell Cell)> _empty = [];
    private readonly HashSet<(string Row, string Column)> _blanks = [];

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
            if (fault == FigureFault.Empty && emptyCells.CountAsZero) CountAsZero(row, column, cell);
            else if (fault == FigureFault.Empty) _empty.Add((row, column, cell));
            else findings.Add(TableMessages.Unusable(table.Form, row, column, cell, fault, At(cell)));
        }
    }

    private void CountAsZero(FormLine row, FormLine column, RawCell cell)
    {
        _held[(row.Id, column.Id)] = (0, cell.Address);
        _blanks.Add((row.Id, column.Id));
    }

    /// <summary>Reports empty cells: one finding for each range of them, or for the whole table.</summary>
    private void ReportEmpty()
    {
        var inputs = table.Form.Inputs.Where(p => _held.ContainsKey((p.Row.Id, p.Column.Id))).ToList();
        if (_empty.Count > 1 && _empty.Count == inputs.Count)
        {
            findings.Add(TableMessages.EmptyTable(
                table.Form, [.. _empty.Select(e => At(e.Cell))], emptyCells.Remedy(_empty.Count)));
            return;
        }
        var byAddress = _empty.DistinctBy(e => e.Cell.Address).ToDictionary(e => e.Cell.Address);
        var totals = table.Figures.Where(f => f.Row.IsTotal || f.Column.IsTotal).Select(f => f.Cell.Address);
        foreach (var (range, cells) in EmptyRanges.Of(byAddress.Keys, totals))
        {
            var lines = cells.Select(c => (byAddress[c].Row, byAddress[c].Column)).ToImmutableArray();
            findings.Add(TableMessages.Empty(
                table.Form, range, lines, [.. cells.Select(table.Labels.At)], emptyCells.Remedy(cells.Length)));
        }
    }

    private ImmutableArray<Cell> MakeCells() => [.. table.Form.FigurePositions.Select(p =>
    {
        var isTotal = p.Row.IsTotal || p.Column.IsTotal;
        var (number, address) = _held.GetValueOrDefault((p.Row.Id, p.Column.Id));
        return new Cell
        {
            Row = p.Row,
            Column = p.Column,
            Number = Value(p.Row, p.Column),
            Typed = isTotal ? number : null,
            IsBlank = _blanks.Contains((p.Row.Id, p.Column.Id)),
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
        foreach (var cell in cells.Where(c => c.Typed is not null && c.Typed != c.Number))
        {
            var addends = table.Form.AddendsOf(cell.Row, cell.Column).Select(a => byId[(a.Row.Id, a.Column.Id)]).ToList();
            if (cell.Number is null) CompareWithKnown(cell, addends);
            else if (!FollowsFromOthers(cell, addends)) findings.Add(TableMessages.TotalDiffers(table.Form, cell, addends));
        }
    }

    /// <summary>A total with an unknown addend is wrong if the known ones alone exceed it and none can be negative.</summary>
    private void CompareWithKnown(Cell total, List<Cell> addends)
    {
        var known = addends.Where(a => a.Number is not null).ToList();
        if (addends.Exists(a => a.IsTotal || table.Form.NumberAt(a.Row, a.Column).AllowNegative)) return;
        if (known.Sum(a => a.Number) > total.Typed) findings.Add(TableMessages.TotalTooSmall(table.Form, total, known));
    }

    /// <summary>Whether a total is wrong only because of other wrong totals, which are reported themselves.</summary>
    private static bool FollowsFromOthers(Cell cell, List<Cell> addends) =>
        addends.Exists(a => a.Typed is not null && a.Typed != a.Number) && addends.Sum(a => a.Typed ?? a.Number) == cell.Typed;

    private CellLocation At(RawCell cell) => table.Labels.At(cell.Address);
}
