using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>Compares what the bodies start this year with to what last year's district total carried over.</summary>
internal static class CarryOverComparer
{
    /// <summary>
    /// One finding for each figure that differs from last year's district total; none if there is no such report.
    /// </summary>
    public static IEnumerable<Diagnostic> Compare(TotalOptions options, IReadOnlyList<(string Name, Report Report)> counted)
    {
        if (options.Previous is not { } previous) yield break;
        foreach (var carry in options.Edition.CarryOver)
        {
            var table = counted[0].Report.Table(carry.TableId);
            var last = previous.Table(carry.TableId)?.Cells.Where(c => c.Row.Id == carry.FromRow).ToList() ?? [];
            // Compares the total column; every column only if there is none.
            foreach (var from in last.Any(c => c.Column.IsTotal) ? last.Where(c => c.Column.IsTotal) : last)
            {
                if (table?.Find(carry.ToRow, from.Column.Id) is not { } to || from.Number is not { } expected) continue;
                var sum = counted.Sum(c => c.Report.Table(carry.TableId)!.Find(carry.ToRow, from.Column.Id)!.Number!.Value);
                if (sum == expected) continue;
                var by = counted.Select(c => BodyOf(c.Name, c.Report, carry.TableId, carry.FromRow, to))
                    .Where(b => b.Now != b.Before).ToList();
                yield return TotalsMessages.NotCarriedOver(options.Edition.Totals.NotCarriedOver, table.Form, to, sum, from,
                    expected, by);
            }
        }
    }

    private static BodyCarry BodyOf(string name, Report report, string tableId, string fromRow, Cell to) => new(
        name,
        report.Table(tableId)!.Find(to.Row.Id, to.Column.Id)!.Number!.Value,
        report.PreviousTable(tableId)?.Find(fromRow, to.Column.Id)?.Number,
        report.Table(tableId)!.Find(to.Row.Id, to.Column.Id)!.Location);
}

/// <summary>What a body starts the year with, and what its own last report carried over.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Now">This year's figure.</param>
/// <param name="Before">Last year's figure; null if its workbook has none.</param>
/// <param name="Location">This year's cell; null if none.</param>
internal sealed record BodyCarry(string Body, decimal Now, decimal? Before, CellLocation? Location);
