using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Figures that must stand to each other in a certain way.</summary>
internal static class ExpressionRule
{
    public static void Run(ExpressionCheck check, CheckContext context)
    {
        foreach (var (row, column) in Positions(check, context)) Check(check, context, row, column);
    }

    private static IEnumerable<(LineForm? Row, LineForm? Column)> Positions(ExpressionCheck check, CheckContext context)
    {
        if (check.Each == Each.Once) return [(null, null)];
        if (check.Table is null || context.Table(check.Table, previous: false)?.Form is not { } form) return [];
        var rows = form.Rows.Where(r => check.Rows.IsEmpty || check.Rows.Contains(r.Id));
        var columns = form.Parts.SelectMany(p => p.Columns).DistinctBy(c => c.Id).Where(c => check.Columns.IsEmpty || check.Columns.Contains(c.Id));
        return check.Each switch
        {
            Each.Row => rows.Select(r => ((LineForm?)r, (LineForm?)null)),
            Each.Column => columns.Select(c => ((LineForm?)null, (LineForm?)c)),
            _ => from r in rows from c in columns select ((LineForm?)r, (LineForm?)c),
        };
    }

    private static void Check(ExpressionCheck check, CheckContext context, LineForm? row, LineForm? column)
    {
        var finder = new FigureFinder(context, row?.Id, column?.Id, check.UnknownIsZero);
        if (check.When is { } when && !finder.Holds(when)) return;
        if (finder.FirstFailing(check.Assert) is not { } failed) return;
        var places = finder.Places(failed);
        var values = new Values().With("table", TableName(check, context)).With("row", Label(row)).With("column", Label(column))
            .With("left", Arithmetic.Describe(failed.Left, finder.Find)).With("right", Arithmetic.Describe(failed.Right, finder.Find))
            .With("value", finder.Value(failed.Left)!.Value).With("expected", finder.Value(failed.Right)!.Value);
        context.Add(check.Header, new Finding(places.FirstOrDefault(), values) { Related = [.. places.Skip(1)] });
    }

    private static string Label(LineForm? line) => line is null ? "" : Arithmetic.Label(line);

    private static string TableName(ExpressionCheck check, CheckContext context) =>
        check.Table is null ? "" : context.Kind.Table(check.Table)?.Form.Name ?? "";
}
