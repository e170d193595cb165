using System.Collections.Immutable;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Finds the figures that a rule names, seen from the row and column it is looking at.</summary>
internal sealed class FigureFinder(CheckContext context, string? row = null, string? column = null, bool unknownIsZero = false)
{
    /// <summary>The figure; null when the report has none.</summary>
    public Figure? Find(FigureReference reference)
    {
        var rowId = reference.Row ?? row;
        var columnId = reference.Column ?? column;
        if (rowId is null || columnId is null) return null;
        var cell = context.Table(reference.Table, reference.IsPrevious)?.Find(rowId, columnId);
        if (cell is null)
            return reference.IsPrevious && unknownIsZero ? new Figure(Previous("?"), 0, null) : null;
        return new Figure(Name(reference, cell), cell.Number, cell);
    }

    /// <summary>Whether the condition holds; null when a figure in it is unknown.</summary>
    public bool? Holds(Condition condition)
    {
        foreach (var comparison in condition.All)
        {
            if (Holds(comparison) is not { } holds) return null;
            if (!holds) return false;
        }

        return true;
    }

    /// <summary>Whether the comparison holds; null when a figure in it is unknown.</summary>
    public bool? Holds(Comparison comparison)
    {
        if (Arithmetic.Value(comparison.Left, Find) is not { } left || Arithmetic.Value(comparison.Right, Find) is not { } right) return null;
        return comparison.Relation switch
        {
            Relation.Equal => left == right,
            Relation.NotEqual => left != right,
            Relation.AtMost => left <= right,
            Relation.LessThan => left < right,
            Relation.AtLeast => left >= right,
            _ => left > right,
        };
    }

    /// <summary>The places of the figures of a comparison, the left side first.</summary>
    public ImmutableArray<SourceLocation> Places(Comparison comparison) =>
        [.. comparison.Left.Terms.Concat(comparison.Right.Terms).Select(t => t.Figure).OfType<FigureReference>()
            .Select(f => Find(f)?.Cell?.Location).OfType<SourceLocation>().Distinct()];

    private LocalizedText Name(FigureReference reference, Cell cell)
    {
        var name = (row, column) switch
        {
            (not null, null) => Arithmetic.Label(cell.Column),
            (null, null) => $"{Arithmetic.Label(cell.Row)}·{Arithmetic.Label(cell.Column)}",
            _ => Arithmetic.Label(cell.Row),
        };
        return reference.IsPrevious ? Previous(name) : LocalizedText.Same(name);
    }

    private static LocalizedText Previous(string name) => new($"上年 {name}", $"last year's {name}");
}
