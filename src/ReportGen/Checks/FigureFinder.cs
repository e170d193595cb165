using System.Collections.Immutable;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Finds the figures that a rule names, seen from the row and column it is looking at.</summary>
internal sealed class FigureFinder(CheckContext context, string? row = null, string? column = null, bool unknownIsZero = false)
{
    /// <summary>
    /// The figure; null when the report has none. A number that its form does not allow counts as unknown: that it is wrong
    /// is said once, not by every rule it takes part in.
    /// </summary>
    public Figure? Find(FigureReference reference)
    {
        var rowId = reference.Row ?? row;
        var columnId = reference.Column ?? column;
        if (rowId is null || columnId is null) return null;
        if (context.Table(reference.Table, reference.IsPrevious) is not { } table)
            return reference.IsPrevious && unknownIsZero ? new Figure(Previous("?"), 0, []) : null;
        ImmutableArray<Cell?> cells = [.. from r in FormLines.RowIds(table.Form, rowId)
                                         from c in FormLines.ColumnIds(table.Form, columnId)
                                         select table.Find(r, c)];
        if (cells.IsEmpty || cells.Contains(null)) return null;
        var number = cells.All(c => c!.Number is { } n && table.Form.NumberAt(c.Row, c.Column).Allows(n)) ? cells.Sum(c => c!.Number) : null;
        return new Figure(Name(reference, table.Form, rowId, columnId), number, [.. cells.OfType<Cell>()]);
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

    /// <summary>
    /// The places of the figures of a comparison. The first is the cell in question: on the left side the first figure that
    /// is not 0, if there is one. The others follow in the order of the comparison.
    /// </summary>
    public ImmutableArray<SourceLocation> Places(Comparison comparison)
    {
        var (left, right) = (CellsOf(comparison.Left), CellsOf(comparison.Right));
        return [.. left.Where(c => c.Number is not (null or 0)).Take(1).Concat(left).Concat(right)
            .Select(c => c.Location).OfType<SourceLocation>().Distinct()];
    }

    /// <summary>The name by which prose may refer to the figure: <c>表三.本年新收.总计</c>.</summary>
    public static string PathOf(FigureReference reference, TableForm form) =>
        $"{form.Name}.{FormLines.Row(form, reference.Row!)!.Name}.{FormLines.Column(form, reference.Column!)!.Name}";

    private Cell[] CellsOf(Expression sum) =>
        [.. sum.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => Find(f)?.Cells ?? [])];

    private LocalizedText Name(FigureReference reference, TableForm form, string rowId, string columnId)
    {
        var name = (row, column) switch
        {
            (not null, null) => Arithmetic.Label(FormLines.Column(form, columnId)!),
            (null, null) => Full(form, rowId, columnId),
            _ => Arithmetic.Label(FormLines.Row(form, rowId)!),
        };
        return reference.IsPrevious ? Previous(name) : LocalizedText.Same(name);
    }

    /// <summary>Row and column; a total column goes without saying.</summary>
    private static string Full(TableForm form, string rowId, string columnId)
    {
        var (ofRow, ofColumn) = (FormLines.Row(form, rowId)!, FormLines.Column(form, columnId)!);
        return ofColumn.IsTotal && form.Parts.Any(p => p.Columns.Contains(ofColumn)) ? Arithmetic.Label(ofRow) : $"{Arithmetic.Label(ofRow)}·{Arithmetic.Label(ofColumn)}";
    }

    private static LocalizedText Previous(string name) => new($"上年 {name}", $"last year's {name}");
}
