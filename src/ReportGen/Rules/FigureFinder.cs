using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Finds the figures that a rule names, relative to its current row and column.</summary>
internal sealed class FigureFinder(CheckContext context, string? row = null, string? column = null, bool unknownIsZero = false)
{
    /// <summary>The figure with its name and cells; null if the report has none.</summary>
    public NamedFigure? Find(FigureReference reference)
    {
        var rowId = reference.Row ?? row;
        var columnId = reference.Column ?? column;
        if (rowId is null || columnId is null) return null;
        if (context.Table(reference.Table, reference.IsPrevious) is not { } table)
        {
            return reference.IsPrevious && unknownIsZero
                ? new NamedFigure(Previous("?"), 0, []) { Range = NumberRange.Exactly(0) }
                : null;
        }

        ImmutableArray<Cell?> cells = [.. from r in FormLineLookup.RowIds(table.Form, rowId)
                                         from c in FormLineLookup.ColumnIds(table.Form, columnId)
                                         select table.Find(r, c)];
        if (cells.IsEmpty || cells.Contains(null)) return null;
        var number = cells.Any(c => Usable(table, c!) is null) ? null : cells.Sum(c => c!.Number);
        return new NamedFigure(Name(reference, table.Form, rowId, columnId), number, [.. cells.OfType<Cell>()])
        {
            Range = RangeOf(reference),
        };
    }

    /// <summary>The values that a sum may have; any if one of its figures is not in the report.</summary>
    public NumberRange Range(Expression sum)
    {
        var range = NumberRange.Exactly(0);
        foreach (var term in sum.Terms)
        {
            range += term.Figure is null ? NumberRange.Exactly(term.Factor) : term.Factor * RangeOf(term.Figure);
            if (range == NumberRange.Any) break;
        }

        return range;
    }

    /// <summary>The value of a sum; null if a figure is unknown.</summary>
    public decimal? Value(Expression sum) => SumEvaluator.Value(sum, Number);

    /// <summary>Whether all comparisons hold; false if one fails or a figure is unknown.</summary>
    public bool Holds(Condition condition) => condition.All.All(c => Holds(c) == true);

    /// <summary>The first comparison that fails whatever its unknown figures are; null if none does.</summary>
    public Comparison? FirstFailing(Condition condition) =>
        condition.All.FirstOrDefault(c => Holds(c) == false);

    private bool? Holds(Comparison comparison)
    {
        if (Value(comparison.Left) is not { } left || Value(comparison.Right) is not { } right)
            return NumberRange.AlwaysFails(comparison.Relation, Range(comparison.Left), Range(comparison.Right)) ? false : null;
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
    /// The places of the figures of a comparison. The first is the first nonzero figure of the left side, if any; the others
    /// follow in the order of the comparison.
    /// </summary>
    public ImmutableArray<SourceLocation> Places(Comparison comparison)
    {
        var (left, right) = (CellsOf(comparison.Left), CellsOf(comparison.Right));
        return [.. left.Where(c => c.Number is not (null or 0)).Take(1).Concat(left).Concat(right)
            .Select(c => c.Location).OfType<SourceLocation>().Distinct()];
    }

    /// <summary>The name of the figure in prose: <c>表三.本年新收.总计</c>.</summary>
    public static string PathOf(FigureReference reference, TableForm form) =>
        $"{form.Name}.{FormLineLookup.Row(form, reference.Row!)!.Name}.{FormLineLookup.Column(form, reference.Column!)!.Name}";

    /// <summary>The number alone, without the name and cells that messages need; null if unknown.</summary>
    private decimal? Number(FigureReference reference)
    {
        if ((reference.Row ?? row) is not { } rowId || (reference.Column ?? column) is not { } columnId) return null;
        if (context.Table(reference.Table, reference.IsPrevious) is { } table && table.Find(rowId, columnId) is { } cell)
            return Usable(table, cell);
        return Find(reference)?.Number;
    }

    /// <summary>
    /// A cell's number; null if its number format does not allow it. The wrong number has a finding of its own, and other rules
    /// skip it.
    /// </summary>
    private static decimal? Usable(Table table, Cell cell) =>
        cell.Number is { } number && table.Form.NumberAt(cell.Row, cell.Column).Allows(number) ? number : null;

    /// <summary>The values that a figure may have; any if it is not in the report.</summary>
    private NumberRange RangeOf(FigureReference reference)
    {
        if ((reference.Row ?? row) is not { } rowId || (reference.Column ?? column) is not { } columnId) return NumberRange.Any;
        if (context.Table(reference.Table, reference.IsPrevious) is not { } table)
            return reference.IsPrevious && unknownIsZero ? NumberRange.Exactly(0) : NumberRange.Any;
        var cells = from r in FormLineLookup.RowIds(table.Form, rowId)
                    from c in FormLineLookup.ColumnIds(table.Form, columnId)
                    select table.Find(r, c);
        return cells.Aggregate(NumberRange.Exactly(0), (sum, c) => sum + (c is null ? NumberRange.Any : RangeOf(table, c)));
    }

    /// <summary>
    /// The values that a figure may have: those that its number format allows while its cell is empty or unusable.
    /// </summary>
    private static NumberRange RangeOf(Table table, Cell cell)
    {
        if (Usable(table, cell) is { } number) return NumberRange.Exactly(number);
        if (cell is { IsTotal: true, Number: null })
        {
            return table.Form.AddendsOf(cell.Row, cell.Column).Aggregate(NumberRange.Exactly(0),
                (sum, a) => sum + (table.Find(a.Row.Id, a.Column.Id) is { } addend ? RangeOf(table, addend) : NumberRange.Any));
        }

        return table.Form.NumberAt(cell.Row, cell.Column).AllowNegative ? NumberRange.Any : NumberRange.NotNegative;
    }

    private Cell[] CellsOf(Expression sum) =>
        [.. sum.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => Find(f)?.Cells ?? [])];

    private LocalizedText Name(FigureReference reference, TableForm form, string rowId, string columnId)
    {
        var name = (row, column) switch
        {
            (not null, null) => SumEvaluator.Label(FormLineLookup.Column(form, columnId)!),
            (null, null) => Full(form, rowId, columnId),
            _ => SumEvaluator.Label(FormLineLookup.Row(form, rowId)!),
        };
        return reference.IsPrevious ? Previous(name) : LocalizedText.Same(name);
    }

    /// <summary>Row and column; the column is omitted if it is the total.</summary>
    private static string Full(TableForm form, string rowId, string columnId)
    {
        var (ofRow, ofColumn) = (FormLineLookup.Row(form, rowId)!, FormLineLookup.Column(form, columnId)!);
        return ofColumn.IsTotal && form.Parts.Any(p => p.Columns.Contains(ofColumn))
            ? SumEvaluator.Label(ofRow)
            : $"{SumEvaluator.Label(ofRow)}·{SumEvaluator.Label(ofColumn)}";
    }

    private static LocalizedText Previous(string name) => new($"上年 {name}", $"last year's {name}");
}
