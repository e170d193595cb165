using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>One addend of a total.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Number">The body's figure.</param>
/// <param name="Location">The figure's cell in the body's workbook; null if none.</param>
public sealed record Addend(string Body, decimal Number, CellLocation? Location);

/// <summary>A figure of the district total, with its addends.</summary>
/// <param name="Table">The table's form.</param>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Addends">One for each counted body, in the order of the bodies.</param>
public sealed record TracedFigure(
    TableForm Table, FormLine Row, FormLine Column, decimal Sum, ImmutableArray<Addend> Addends);

/// <summary>Whether a body is counted.</summary>
public enum BodyState
{
    /// <summary>Its figures were added.</summary>
    Counted,

    /// <summary>Its submission could not or must not be counted.</summary>
    LeftOut,

    /// <summary>It is expected and has submitted nothing.</summary>
    Missing,
}

/// <summary>A body and whether it is counted. A body with two submissions has two entries.</summary>
public sealed record BodyEntry
{
    /// <summary>The body's full name; the file's name if the body is unknown.</summary>
    public required string Name { get; init; }

    /// <summary>The roster's group; empty if none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the body is counted.</summary>
    public required BodyState State { get; init; }

    /// <summary>The submitted file; null if none.</summary>
    public string? File { get; init; }

    /// <summary>Why the body is not counted, or a remark; null if none.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>How to correct it; null if nothing is to be done.</summary>
    public LocalizedText? Remedy { get; init; }
}

/// <summary>The total of all bodies, and how it was computed.</summary>
public sealed record DistrictTotal
{
    /// <summary>
    /// The report of the district: its tables are sums; its text is that of the own office's report, empty if there is none.
    /// </summary>
    public required Report Report { get; init; }

    /// <summary>Every figure with its addends, in the order of the tables.</summary>
    public required ImmutableArray<TracedFigure> Trace { get; init; }

    /// <summary>
    /// All bodies: unlisted ones that are counted, the own office first; then the roster in its order; then unlisted ones that
    /// are left out.
    /// </summary>
    public required ImmutableArray<BodyEntry> Entries { get; init; }

    /// <summary>Whether a roster of expected bodies was given.</summary>
    public required bool HasRoster { get; init; }

    /// <summary>The names of the counted bodies in counting order, the own office first.</summary>
    public ImmutableArray<string> Counted => [.. Report.Bodies.Select(b => b.Body)];

    /// <summary>The number of entries in a state.</summary>
    public int Count(BodyState state) => Entries.Count(e => e.State == state);
}
