using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>What the whole carried over last year is what its bodies begin this year with.</summary>
internal static class CarriedOver
{
    /// <summary>One finding for each line that does not follow from last year's report of the whole; none when that is not at hand.</summary>
    public static IEnumerable<Diagnostic> Compare(TotalWishes wishes, IReadOnlyList<(string Name, Report Report)> counted)
    {
        if (wishes.Previous is not { } previous) yield break;
        foreach (var carry in wishes.Kind.CarryOver)
        {
            var table = counted[0].Report.Table(carry.TableId);
            var last = previous.Table(carry.TableId)?.Cells.Where(c => c.Row.Id == carry.FromRow).ToList() ?? [];
            // The total says whether anything is lost; only where there is none, each column does.
            foreach (var from in last.Any(c => c.Column.IsTotal) ? last.Where(c => c.Column.IsTotal) : last)
            {
                if (table?.Find(carry.ToRow, from.Column.Id) is not { } to || from.Number is not { } expected) continue;
                var sum = counted.Sum(c => c.Report.Table(carry.TableId)!.Find(carry.ToRow, from.Column.Id)!.Number!.Value);
                if (sum == expected) continue;
                var by = counted.Select(c => BodyOf(c.Name, c.Report, carry.TableId, carry.FromRow, to)).Where(b => b.Now != b.Before).ToList();
                yield return TotalsMessages.NotCarriedOver(wishes.Kind.Totals.NotCarriedOver, table.Form, to, sum, from, expected, by);
            }
        }
    }

    private static BodyCarry BodyOf(string name, Report report, string tableId, string fromRow, Cell to) => new(
        name,
        report.Table(tableId)!.Find(to.Row.Id, to.Column.Id)!.Number!.Value,
        report.PreviousTable(tableId)?.Find(fromRow, to.Column.Id)?.Number,
        report.Table(tableId)!.Find(to.Row.Id, to.Column.Id)!.Location);
}

/// <summary>What a body begins the year with, and what it carried over by its own last report.</summary>
/// <param name="Body">Its name.</param>
/// <param name="Now">This year's figure.</param>
/// <param name="Before">Last year's; null when its workbook does not tell.</param>
/// <param name="Location">This year's cell.</param>
internal sealed record BodyCarry(string Body, decimal Now, decimal? Before, CellLocation? Location);
