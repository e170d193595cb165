using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>Tells where a typed district report differs from the sum of its bodies, and which body could explain it.</summary>
public static class DistrictComparer
{
    /// <summary>The findings of rule X-01, one for each typed figure that differs.</summary>
    /// <param name="typed">The district report as handed in.</param>
    /// <param name="sum">The sum over its bodies.</param>
    /// <returns>Empty when every figure agrees. A body named as an explanation is the one that explains most differences.</returns>
    public static ImmutableArray<Diagnostic> Compare(Report typed, DistrictTotal sum)
    {
        var differences = (
            from figure in sum.Trace
            where !figure.Row.IsTotal && !figure.Column.IsTotal
            let cell = typed.Table(figure.Table.Id)?.Find(figure.Row.Id, figure.Column.Id)
            where cell?.Number is not null && cell.Number != figure.Sum
            select (Figure: figure, Cell: cell, By: cell.Number!.Value - figure.Sum)).ToArray();

        var weights = differences.SelectMany(d => Explanations(d.Figure, d.By))
            .GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
        return [.. differences.Select(d => TotalsMessages.Differs(d.Cell, d.Figure,
            Explanations(d.Figure, d.By).OrderByDescending(e => weights[e]).FirstOrDefault()))];
    }

    private static IEnumerable<Explanation> Explanations(TracedFigure figure, decimal by) =>
        figure.Addends.Where(a => a.Number != 0 && Math.Abs(by) == Math.Abs(a.Number))
            .Select(a => new Explanation(a.Body, LeftOut: Math.Sign(by) != Math.Sign(a.Number)));
}

/// <summary>What could explain a difference.</summary>
/// <param name="Body">The body concerned.</param>
/// <param name="LeftOut">True when it seems not to be counted, false when it seems to be counted twice.</param>
internal sealed record Explanation(string Body, bool LeftOut);
