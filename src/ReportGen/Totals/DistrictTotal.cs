using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>What one body adds to a figure.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Number">Its figure.</param>
/// <param name="Location">The figure's cell in the body's workbook; null when it comes from none.</param>
public sealed record Addend(string Body, decimal Number, CellLocation? Location);

/// <summary>A figure of the whole and what it was added up from.</summary>
/// <param name="Table">The table's form.</param>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Addends">One for each body counted, in the order of the bodies.</param>
public sealed record TracedFigure(
    TableForm Table, LineForm Row, LineForm Column, decimal Sum, ImmutableArray<Addend> Addends);

/// <summary>Whether a body is in the sum.</summary>
public enum BodyState
{
    /// <summary>Its figures were added.</summary>
    Counted,

    /// <summary>It has handed in something that could not or must not be added.</summary>
    LeftOut,

    /// <summary>It is expected and has handed in nothing.</summary>
    Missing,
}

/// <summary>A body and what became of its figures; a body that sent two files has two.</summary>
public sealed record BodyEntry
{
    /// <summary>The body's full name; the file's name where it could not be read that far.</summary>
    public required string Name { get; init; }

    /// <summary>The roster's group; empty without one.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether it is in the sum.</summary>
    public required BodyState State { get; init; }

    /// <summary>The file handed in; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>Why it was left out, or what one should know of it; null for nothing.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What to do about it; null for nothing.</summary>
    public LocalizedText? Remedy { get; init; }
}

/// <summary>The sum over all bodies, and how it came about.</summary>
public sealed record DistrictTotal
{
    /// <summary>The report of the whole: its tables are sums; its prose is that of the own office, where given.</summary>
    public required Report Report { get; init; }

    /// <summary>Every figure with its addends, in the order of the tables.</summary>
    public required ImmutableArray<TracedFigure> Trace { get; init; }

    /// <summary>Every body: those of the roster in its order, then the others in the order of their files; the own office first.</summary>
    public required ImmutableArray<BodyEntry> Entries { get; init; }

    /// <summary>Whether a roster says who is expected.</summary>
    public required bool HasRoster { get; init; }

    /// <summary>The names of the bodies that were counted, in the order in which they were added; the own office first.</summary>
    public ImmutableArray<string> Counted => [.. Report.Bodies.Select(b => b.Body)];

    /// <summary>How many bodies are in a state.</summary>
    public int Count(BodyState state) => Entries.Count(e => e.State == state);
}
