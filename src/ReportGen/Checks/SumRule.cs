using System.Collections.Immutable;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Totals that were typed in against the sums of what they total.</summary>
internal static class SumRule
{
    public static void Run(SumCheck check, CheckContext context)
    {
        if (context.Table(check.Table, previous: false) is not { } table) return;
        foreach (var cell in table.Cells.Where(c => c.Typed is not null))
        {
            var line = check.Each == Each.Row ? cell.Column : cell.Row;
            if (!line.IsTotal) continue;
            var addends = line.SumOf.Select(id => check.Each == Each.Row ? table.Find(cell.Row.Id, id) : table.Find(id, cell.Column.Id)).ToArray();
            if (addends.Any(a => a?.Number is null)) continue;
            var sum = addends.Sum(a => a!.Number!.Value);
            if (sum != cell.Typed) Report(check, context, table, cell, line, addends!, sum);
        }
    }

    private static void Report(SumCheck check, CheckContext context, Table table, Cell cell, LineForm line, Cell[] addends, decimal sum)
    {
        var values = new Values().With("table", table.Form.Name).With("row", Arithmetic.Label(cell.Row))
            .With("column", Arithmetic.Label(cell.Column)).With("total", Arithmetic.Label(line)).With("typed", cell.Typed!.Value)
            .With("sum", $"{Arithmetic.Plain(addends.Select(a => a.Number!.Value))} = {Arithmetic.Write(sum)}").With("right", sum);
        ImmutableArray<SourceLocation> related = [.. addends.Select(a => a.Location).OfType<SourceLocation>()];
        context.Add(check.Header, new Finding(cell.Location, values) { Related = related });
    }
}
