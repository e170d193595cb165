namespace ReportGen.Model;

/// <summary>A figure of a table. It knows its address, so that prose, pages and findings can name it.</summary>
public sealed record Cell
{
    /// <summary>The row it stands in.</summary>
    public required LineForm Row { get; init; }

    /// <summary>The column it stands in.</summary>
    public required LineForm Column { get; init; }

    /// <summary>
    /// The value that is printed; for a total, always the computed sum. Null when the workbook has no usable figure
    /// here (a finding says so); a total is null when one of its addends is.
    /// </summary>
    public decimal? Number { get; init; }

    /// <summary>What the workbook holds in a total's place; null when nothing was typed, or for other cells.</summary>
    public decimal? Typed { get; init; }

    /// <summary>Where it stands; null when the workbook has no such cell (a table that was added up, say).</summary>
    public CellLocation? Location { get; init; }

    /// <summary>Whether it is the sum of others.</summary>
    public bool IsTotal => Row.IsTotal || Column.IsTotal;
}
