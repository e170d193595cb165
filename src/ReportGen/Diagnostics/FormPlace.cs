namespace ReportGen.Diagnostics;

/// <summary>
/// The part of a form that a finding concerns, given by ids and therefore independent of the layout of the sheet.
/// </summary>
/// <param name="Table">The id of the table.</param>
public sealed record FormPlace(string Table)
{
    /// <summary>The ids of the rows; empty if no specific row is concerned.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    /// <summary>The ids of the columns; empty if no specific column is concerned.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Whether last year's table is concerned.</summary>
    public bool IsPrevious { get; init; }
}
