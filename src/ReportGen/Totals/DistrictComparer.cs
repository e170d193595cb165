using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>Tells where a typed district report differs from the sum of its bodies, and which bodies could explain it.</summary>
public static class DistrictComparer
{
    /// <summary>One finding for each typed figure that differs.</summary>
    /// <param name="kind">The form of the report, with the ids of the rules over totals.</param>
    /// <param name="typed">The district report as handed in.</param>
    /// <param name="sum">The sum over its bodies.</param>
    /// <returns>
    /// Empty when every figure agrees. Named as an explanation is the body, or the pair of bodies, that explains most
    /// differences; a pair only where it is the only one or explains others too.
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
    /// One finding for each figure of a report that brings the figures of its bodies with it, where these add up to another.
    /// </summary>
    /// <returns>Empty when every figure agrees, and for a report of one body. Figures that no body tells are not compared; where some
    /// do not tell theirs, a difference is a warning.</returns>
    public static ImmutableArray<Diagnostic> CompareWithin(KindDefinition kind, Report report) =>
        report.Bodies.IsEmpty ? [] : [
            .. from table in report.Tables
               from cell in table.Cells
               where !cell.IsTotal && cell.Number is not null
               let addends = report.Bodies.Select(b => b.Table(table.Form.Id)?.Find(cell.Row.Id, cell.Column.Id)).OfType<Cell>().ToArray()
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
