using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>Finds the part of the form that a sourced value comes from.</summary>
internal static class FigurePlaces
{
    /// <summary>The table, rows and columns of the figures of a source; null if it is no figure of the report's tables.</summary>
    public static FormPlace? Of(object source, Report report)
    {
        ImmutableArray<Cell> cells = source switch { Cell cell => [cell], ImmutableArray<Cell> several => several, _ => [] };
        if (cells.IsEmpty) return null;
        if (Containing(report.Tables, cells[0]) is { } table) return Place(table, cells);
        return Containing(report.Previous, cells[0]) is { } previous ? Place(previous, cells) with { IsPrevious = true } : null;
    }

    // By identity: cells without a location may be equal in several tables.
    private static Table? Containing(ImmutableArray<Table> tables, Cell cell) =>
        tables.FirstOrDefault(t => ReferenceEquals(t.Find(cell.Row.Id, cell.Column.Id), cell));

    private static FormPlace Place(Table table, ImmutableArray<Cell> cells) => new(table.Form.Id)
    {
        Rows = [.. cells.Select(c => c.Row.Id).Distinct()], Columns = [.. cells.Select(c => c.Column.Id).Distinct()],
    };
}
