namespace ReportGen.Model;

/// <summary>A figure of a table, with the address of its cell.</summary>
public sealed record Cell
{
    /// <summary>The row.</summary>
    public required FormLine Row { get; init; }

    /// <summary>The column.</summary>
    public required FormLine Column { get; init; }

    /// <summary>
    /// The value that is printed; for a total, always the computed sum. Null if the workbook has no usable figure
    /// here (with a finding); a total is null if any of its addends is.
    /// </summary>
    public decimal? Number { get; init; }

    /// <summary>
    /// The value that the workbook holds for a total; null if the cell is empty, and for cells that are not totals.
    /// </summary>
    public decimal? Typed { get; init; }

    /// <summary>Whether the cell is empty and counts as 0, as the cover declares; see <see cref="BlankDeclaration"/>.</summary>
    public bool IsBlank { get; init; }

    /// <summary>The cell in the workbook; null if there is none, as in a table of sums.</summary>
    public CellLocation? Location { get; init; }

    /// <summary>Whether the figure is the sum of others.</summary>
    public bool IsTotal => Row.IsTotal || Column.IsTotal;
}
