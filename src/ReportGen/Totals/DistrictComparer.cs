using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>
/// Finds where a district report differs from the sum of its bodies, and which bodies could explain the difference.
/// </summary>
public static class DistrictComparer
{
    /// <summary>Reports each entered figure that differs.</summary>
    /// <param name="kind">The edition of the report, with the ids of the rules for totals.</param>
    /// <param name="typed">The district report as submitted.</param>
    /// <param name="sum">The total of its bodies.</param>
    /// <returns>
    /// One finding per difference; empty if all figures agree. The explanation is the body, or the pair of bodies, that explains
    /// most differences; a pair only if it is the only candidate or explains other differences too.
    /// </returns>
    public static ImmutableArray<Diagnostic> Compare(KindDefinition kind, Report typed, DistrictTotal sum)
    {
        var differences = (
            from figure in sum.Trace
            where !figure.Row.IsTotal && !figure.Column.IsTotal
            let cell = typed.Table(figure.Table.Id)?.Find(figure.Row.Id, figure.Column.Id)
            where cell?.Number is not null && cell.Number != figure.Sum
            select new Difference(figure, cell, cell.Number!.Value - figure.Sum)).ToArray();
        var weights = differences.SelectMany(d => d.Possible.Distinct()).GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
        return [.. differences.Select(d => TotalsMessages.Differs(kind.Totals.Differs, d.Cell, d.Figure, d.Likeliest(weights)))];
    }

    /// <summary>
    /// Reports each figure of a district report that differs from the sum of the bodies' figures in the same workbook.
    /// </summary>
    /// <returns>Empty if all figures agree, and for a report of one body. Figures that no body gives are skipped; if only some
    /// bodies give theirs, a difference is a warning.</returns>
    public static ImmutableArray<Diagnostic> CompareWithin(KindDefinition kind, Report report) =>
        report.Bodies.IsEmpty ? [] : [
            .. from table in report.Tables
               from cell in table.Cells
               where !cell.IsTotal && cell.Number is not null
               let addends = report.Bodies.Select(b => b.Table(table.Form.Id)?.Find(cell.Row.Id, cell.Column.Id))
                   .OfType<Cell>().ToArray()
               where addends.Any(a => a.Number is not null) && addends.Sum(a => a.Number ?? 0) != cell.Number
               select TotalsMessages.DiffersWithin(kind.Totals.Differs, table.Form, cell, addends)];

    private sealed record Difference(TracedFigure Figure, Cell Cell, decimal By)
    {
        public ImmutableArray<Explanation> Possible { get; } = Explanations(Figure, By);

        public Explanation? Likeliest(Dictionary<Explanation, int> weights)
        {
            var best = Possible.MaxBy(e => weights[e]);
            return best is { Bodies.Length: > 1 } && weights[best] == 1 && Possible.Length > 1 ? null : best;
        }

        private static ImmutableArray<Explanation> Explanations(TracedFigure figure, decimal by)
        {
            ImmutableArray<Explanation> single = [.. Explanation.Single(figure, by)];
            return single.IsEmpty ? [.. Explanation.Pairs(figure, by)] : single;
        }
    }
}
