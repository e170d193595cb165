using ReportGen.Definitions.Checks;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Rows of the form that the workbook does not have.</summary>
internal static class RowsRule
{
    public static void Run(RowsCheck check, CheckContext context)
    {
        if (context.Table(check.Table, previous: false) is not { } table) return;
        var missing = Missing(table);
        var rows = table.Form.Rows.Where(r => missing.Contains(r.Id) && !check.Except.Contains(r.Id)
            && (check.Rows.IsEmpty || check.Rows.Contains(r.Id))).ToArray();
        if (rows.Length == 0) return;
        var values = new Values().With("table", table.Form.Name).With("count", rows.Length)
            .With("rows", string.Join("、", rows.Select(r => string.Join("", r.Labels.TakeLast(2)))));
        context.Add(check.Header, new Finding(table.Location, values));
    }

    /// <summary>The ids of the rows none of whose figures stands in the workbook, while others do.</summary>
    public static HashSet<string> Missing(Table table)
    {
        if (table.Cells.All(c => c.Location is null)) return [];
        return [.. table.Cells.GroupBy(c => c.Row.Id).Where(g => g.All(c => c.Location is null)).Select(g => g.Key)];
    }
}
