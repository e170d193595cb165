using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>Adds up the reports of all bodies: rules. Only figures are added; text never is.</summary>
public static class DistrictAdder
{
    /// <summary>
    /// Adds up <paramref name="bodies"/> and the <paramref name="own"/> office. A report of another year, edition or
    /// kind, one with a figure missing, and the second report of a body are left out, each with a finding.
    /// </summary>
    /// <param name="agency">The full name of the body that the whole is reported for. It may be the own office's name too.</param>
    /// <param name="year">The year that is reported on.</param>
    /// <param name="edition">The edition of the form that the year demands.</param>
    /// <param name="bodies">The reports of the bodies below.</param>
    /// <param name="own">The report of the own office; null when it is among the bodies or has none.</param>
    /// <returns>The sum; null when no report could be counted.</returns>
    public static Outcome<DistrictTotal> Add(
        string agency, int year, string edition, IReadOnlyList<Report> bodies, Report? own = null)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var counted = new List<Report>();
        foreach (var report in own is null ? bodies : [own, .. bodies])
        {
            if (ReasonAgainst(report, year, edition, counted) is { } finding) findings.Add(finding);
            else counted.Add(report);
        }

        if (counted.Count == 0) return new Outcome<DistrictTotal>(null, findings.ToImmutable());

        var trace = Trace(counted);
        var total = new DistrictTotal
        {
            Report = Whole(agency, year, own ?? counted[0], own is not null, counted, trace),
            Trace = trace,
            Counted = [.. counted.Select(r => r.Body)],
        };
        return new Outcome<DistrictTotal>(total, findings.ToImmutable());
    }

    private static Diagnostic? ReasonAgainst(Report report, int year, string edition, List<Report> counted)
    {
        if (report.Year != year) return TotalsMessages.OtherYear(report, year);
        if (report.Edition != edition || (counted.Count > 0 && report.Kind != counted[0].Kind))
            return TotalsMessages.OtherEdition(report, edition);
        if (counted.Find(r => r.Body == report.Body) is { } first) return TotalsMessages.CountedTwice(report, first);
        var missing = report.Tables.SelectMany(t => t.Cells).FirstOrDefault(c => c.Number is null);
        return missing is null ? null : TotalsMessages.FigureMissing(report, missing);
    }

    private static ImmutableArray<TracedFigure> Trace(List<Report> counted) =>
        [.. from table in counted[0].Tables
            from cell in table.Cells
            let addends = counted.Select(r => AddendOf(r, table.Form.Id, cell)).ToImmutableArray()
            select new TracedFigure(table.Form, cell.Row, cell.Column, addends.Sum(a => a.Number), addends)];

    private static Addend AddendOf(Report report, string tableId, Cell like)
    {
        var cell = report.Table(tableId)!.Find(like.Row.Id, like.Column.Id)!;
        return new Addend(report.Body, cell.Number!.Value, cell.Location);
    }

    private static Report Whole(
        string agency, int year, Report like, bool keepText, List<Report> counted, ImmutableArray<TracedFigure> trace) =>
        like with
        {
            Body = agency,
            Year = year,
            Title = like.Title.Replace(like.Body, agency, StringComparison.Ordinal),
            Source = null,
            Fields = [.. like.Fields.Select(f => FieldOfWhole(f, like.Body, agency, keepText, year))],
            Sections = keepText ? like.Sections : [.. like.Sections.Select(s => s with { Blocks = [], Location = null })],
            Tables = [.. like.Tables.Select(t => SumTable(t.Form, trace))],
            Previous = PreviousOf(counted),
        };

    private static Field FieldOfWhole(Field field, string body, string agency, bool keepText, int year) =>
        field.Text == body ? field with { Text = agency }
        : keepText || field.Text == $"{year}" ? field
        : field with { Text = "", Location = null };

    private static Table SumTable(TableForm form, ImmutableArray<TracedFigure> trace) => new()
    {
        Form = form,
        Cells = [.. trace.Where(f => f.Table.Id == form.Id)
            .Select(f => new Cell { Row = f.Row, Column = f.Column, Number = f.Sum })],
    };

    /// <summary>Last year's figures of the whole are known only when they are known of every body.</summary>
    private static ImmutableArray<Table> PreviousOf(List<Report> counted) =>
        [.. counted[0].Previous
            .Where(t => counted.All(r => r.PreviousTable(t.Form.Id) is { } other && other.Cells.All(c => c.Number is not null)))
            .Select(t => new Table
            {
                Form = t.Form,
                Cells = [.. t.Cells.Select(c => new Cell
                {
                    Row = c.Row, Column = c.Column,
                    Number = counted.Sum(r => r.PreviousTable(t.Form.Id)!.Find(c.Row.Id, c.Column.Id)?.Number ?? 0),
                })],
            })];
}
