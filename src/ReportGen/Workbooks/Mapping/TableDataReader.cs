using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads the figures of a located table and works out its totals.</summary>
internal sealed class TableDataReader
{
    private readonly LocatedTable _table;
    private readonly string _file;
    private readonly FindingList _findings;
    private readonly Dictionary<(string Row, string Column), (decimal? Number, CellAddress? Address)> _held = [];
    private readonly Dictionary<(string Row, string Column), decimal?> _sums = [];
    private readonly List<(LineForm Row, LineForm Column, RawCell Cell)> _empty = [];
    private readonly Dictionary<string, LineForm> _rows;

    private TableDataReader(LocatedTable table, string file, FindingList findings)
    {
        (_table, _file, _findings) = (table, file, findings);
        _rows = table.Form.Rows.ToDictionary(r => r.Id);
    }

    /// <summary>The table; cells without a usable figure have none, and a finding says why.</summary>
    public static Table Read(LocatedTable table, string file, FindingList findings)
    {
        var reader = new TableDataReader(table, file, findings);
        reader.ReadFigures();
        reader.ReportEmpty();
        var cells = reader.MakeCells();
        reader.CompareTotals(cells);
        return new Table
        {
            Form = table.Form,
            Cells = cells,
            Location = new SheetLocation { File = file, Sheet = table.Labels.Sheet.Name },
        };
    }

    /// <summary>Whether any figure that is not a total is filled in.</summary>
    public static bool IsFilledIn(LocatedTable table) =>
        Pairs(table.Form).Any(p => !p.Row.IsTotal && !p.Column.IsTotal
            && table.PlaceOf(p.Part, p.Row, p.Column) is { } place && CellIn(table, place).Kind != RawCellKind.Empty);

    private static IEnumerable<(int Part, LineForm Row, LineForm Column)> Pairs(TableForm form) =>
        form.Parts.SelectMany((part, index) => part.Rows.SelectMany(row => part.Columns.Select(column => (index, row, column))));

    private void ReadFigures()
    {
        foreach (var (part, row, column) in Pairs(_table.Form))
        {
            if (_table.PlaceOf(part, row, column) is not { } place) continue;
            var cell = CellIn(_table, place);
            var (number, fault) = FigureCellReader.Read(cell);
            _held[(row.Id, column.Id)] = (number, cell.Address);
            var mayBeEmpty = row.IsTotal || column.IsTotal;
            if (fault == FigureFault.None || (mayBeEmpty && cell.Kind == RawCellKind.Empty)) continue;
            if (fault == FigureFault.Empty) _empty.Add((row, column, cell));
            else _findings.Add(TableMessages.Unusable(_table.Form, row, column, cell, fault, At(cell.Address)));
        }
    }

    /// <summary>One finding for a cell; but only one where nothing at all is filled in, in a row or in the whole table.</summary>
    private void ReportEmpty()
    {
        var inputs = Pairs(_table.Form).Where(p => !p.Row.IsTotal && !p.Column.IsTotal && _held.ContainsKey((p.Row.Id, p.Column.Id))).ToList();
        if (_empty.Count > 1 && _empty.Count == inputs.Count)
        {
            _findings.Add(TableMessages.EmptyTable(_table.Form, [.. _empty.Select(e => At(e.Cell.Address))]));
            return;
        }
        foreach (var line in _empty.GroupBy(e => e.Row.Id))
        {
            if (line.Count() > 1 && line.Count() == inputs.Count(i => i.Row.Id == line.Key))
                _findings.Add(TableMessages.EmptyRow(_table.Form, line.First().Row, [.. line.Select(e => At(e.Cell.Address))]));
            else
                foreach (var (row, column, cell) in line) _findings.Add(TableMessages.Unusable(_table.Form, row, column, cell, FigureFault.Empty, At(cell.Address)));
        }
    }

    private static RawCell CellIn(LocatedTable table, CellRange place)
    {
        var sheet = table.Labels.Sheet;
        for (var column = place.First.Column; column <= place.Last.Column; column++)
            if (sheet[new CellAddress(place.First.Row, column)] is { Kind: not RawCellKind.Empty } cell) return cell;
        return sheet[place.First];
    }

    private ImmutableArray<Cell> MakeCells() => [.. Pairs(_table.Form).Select(p =>
    {
        var isTotal = p.Row.IsTotal || p.Column.IsTotal;
        var (number, address) = _held.GetValueOrDefault((p.Row.Id, p.Column.Id));
        return new Cell
        {
            Row = p.Row,
            Column = p.Column,
            Number = Value(p.Row, p.Column),
            Typed = isTotal ? number : null,
            Location = address is { } at ? At(at) : null,
        };
    })];

    private decimal? Value(LineForm row, LineForm column)
    {
        if (!row.IsTotal && !column.IsTotal) return _held.GetValueOrDefault((row.Id, column.Id)).Number;
        if (_sums.TryGetValue((row.Id, column.Id), out var known)) return known;
        decimal? sum = 0;
        foreach (var (addendRow, addendColumn) in Addends(row, column)) sum += Value(addendRow, addendColumn);
        return _sums[(row.Id, column.Id)] = sum;
    }

    private IEnumerable<(LineForm Row, LineForm Column)> Addends(LineForm row, LineForm column) => column.IsTotal
        ? column.SumOf.Select(id => (row, ColumnOf(row, id)))
        : row.SumOf.Select(id => (_rows[id], column));

    private LineForm ColumnOf(LineForm row, string id) =>
        _table.Form.Parts.First(p => p.Rows.Contains(row)).Columns.First(c => c.Id == id);

    private void CompareTotals(ImmutableArray<Cell> cells)
    {
        var byId = cells.ToDictionary(c => (c.Row.Id, c.Column.Id));
        foreach (var cell in cells.Where(c => c.Typed is not null && c.Number is not null && c.Typed != c.Number))
        {
            var addends = Addends(cell.Row, cell.Column).Select(a => byId[(a.Row.Id, a.Column.Id)]).ToList();
            if (!FollowsFromOthers(cell, addends)) _findings.Add(TableMessages.TotalDiffers(_table.Form, cell, addends));
        }
    }

    /// <summary>Whether a total is wrong only because it adds up totals that are wrong: those are reported.</summary>
    private static bool FollowsFromOthers(Cell cell, List<Cell> addends) =>
        addends.Exists(a => a.Typed is not null && a.Typed != a.Number) && addends.Sum(a => a.Typed ?? a.Number) == cell.Typed;

    private CellLocation At(CellAddress address) => new() { File = _file, Sheet = _table.Labels.Sheet.Name, Address = address };
}
