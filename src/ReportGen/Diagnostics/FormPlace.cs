namespace ReportGen.Diagnostics;

/// <summary>The part of a form that a finding is about, by ids: which cell it was meant to be, wherever that stands.</summary>
/// <param name="Table">The table.</param>
public sealed record FormPlace(string Table)
{
    /// <summary>The rows; empty where it is about no row in particular.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    /// <summary>The columns; empty where it is about no column in particular.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>Whether it is last year's table.</summary>
    public bool IsPrevious { get; init; }
}
