using System.Collections.Immutable;
using ReportGen.Diagnostics;
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

/// <summary>The sum over all bodies, and how it came about.</summary>
public sealed record DistrictTotal
{
    /// <summary>The report of the whole: its tables are sums; its cover and prose are those of the own office, where given.</summary>
    public required Report Report { get; init; }

    /// <summary>Every figure with its addends, in the order of the tables.</summary>
    public required ImmutableArray<TracedFigure> Trace { get; init; }

    /// <summary>The bodies that were counted, in the order given; the own office first.</summary>
    public required ImmutableArray<string> Counted { get; init; }
}
