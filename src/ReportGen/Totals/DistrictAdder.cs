using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Mapping;

namespace ReportGen.Totals;

/// <summary>Adds up the figures of the reports of all bodies. Text is not combined.</summary>
public static class DistrictAdder
{
    /// <summary>
    /// Adds up the <paramref name="own"/> report and those of the <paramref name="bodies"/>. A report of another year or
    /// edition, one with a missing figure, and a second report of the same body are left out, each with a finding.
    /// </summary>
    /// <param name="options">For which body and year, and who is expected.</param>
    /// <param name="own">The report of the district's own office; null if it is among the bodies or there is none.</param>
    /// <param name="bodies">The files of the bodies below. Of two reports of a body, the one saved last is counted.</param>
    /// <returns>The total; null if no report could be counted.</returns>
    public static Outcome<DistrictTotal> Add(TotalOptions options, Submission? own, IEnumerable<Submission> bodies)
    {
        var filter = new SubmissionFilter(options);
        if (own is not null) filter.Consider(own, isOwn: true);
        filter.ConsiderAll([.. bodies]);
        var entries = filter.Entries();
        var counted = filter.Counted;
        if (counted.Count == 0) return new(null, [.. filter.Findings, TotalsMessages.NothingCounted()]);

        var trace = Trace(counted);
        filter.Findings.AddRange(CarryOverComparer.Compare(options, counted));
        return new(new DistrictTotal
        {
            Report = ReportOf(options, counted[0].Report == own?.Report ? own.Report : null, counted, trace),
            Trace = trace,
            Entries = entries,
            HasRoster = options.Roster is not null,
        }, filter.Findings.ToImmutable());
    }

    private static ImmutableArray<TracedFigure> Trace(IReadOnlyList<(string Name, Report Report)> counted) =>
        [.. from table in counted[0].Report.Tables
            from cell in table.Cells
            let addends = counted.Select(c => AddendOf(c.Name, c.Report, table.Form.Id, cell)).ToImmutableArray()
            select new TracedFigure(table.Form, cell.Row, cell.Column, addends.Sum(a => a.Number), addends)];

    private static Addend AddendOf(string name, Report report, string tableId, Cell like)
    {
        var cell = report.Table(tableId)!.Find(like.Row.Id, like.Column.Id)!;
        return new Addend(name, cell.Number!.Value, cell.Location);
    }

    private static Report ReportOf(
        TotalOptions options, Report? own, IReadOnlyList<(string Name, Report Report)> counted,
        ImmutableArray<TracedFigure> trace)
    {
        ImmutableArray<Field> fields = [.. options.Edition.Fields.Select(f => FieldOf(f, options, own, counted))];
        var title = fields.FirstOrDefault(f => f.Id == options.Edition.TitleField)?.Text ?? "";
        return new Report
        {
            Kind = options.Edition.Id,
            Edition = options.Edition.Edition,
            Body = options.Body,
            Year = options.Year,
            Title = title.Length > 0 ? title : options.Edition.TitleOf(fields),
            Fields = fields,
            Sections = own?.Sections ?? [],
            Tables = [.. counted[0].Report.Tables.Select(t => SumTable(t.Form, trace))],
            Previous = options.Previous?.Tables ?? PreviousOf(counted),
            Bodies = [.. counted.Select(c => new BodyFigures(c.Name, c.Report.Tables))],
        };
    }

    private static Field FieldOf(
        FieldDefinition definition, TotalOptions options, Report? own, IReadOnlyList<(string Name, Report Report)> counted)
    {
        var kind = options.Edition;
        var kept = definition.IsKept ? options.Previous?.Field(definition.Id)?.Text : null;
        var given = own?.Field(definition.Id)?.Text ?? "";
        var text = definition.Id == kind.BodyField ? options.Body
            : definition.Id == kind.YearField ? options.Year?.ToString(CultureInfo.InvariantCulture) ?? ""
            : definition.Id == kind.TitleField
                ? given.Replace(own?.Body ?? options.Body, options.Body, StringComparison.Ordinal)
            : options.Period is not null && kind.IsInTitle(definition) && counted[0].Report.Field(definition.Id) is { } period
                ? period.Text
            : kept is { Length: > 0 } ? kept : definition.Total ?? given;
        return new Field { Id = definition.Id, Name = definition.Name, Text = text };
    }

    private static Table SumTable(TableForm form, ImmutableArray<TracedFigure> trace) => new()
    {
        Form = form,
        Cells = [.. trace.Where(f => f.Table.Id == form.Id)
            .Select(f => new Cell { Row = f.Row, Column = f.Column, Number = f.Sum })],
    };

    /// <summary>Last year's totals; only for tables that every body has in the same form and without gaps.</summary>
    private static ImmutableArray<Table> PreviousOf(IReadOnlyList<(string Name, Report Report)> counted) =>
        [.. counted[0].Report.Previous
            .Where(
                t =>
                    counted.All(
                        c => c.Report.PreviousTable(t.Form.Id) is { } other && other.Form == t.Form
                            && other.Cells.All(x => x.Number is not null)))
            .Select(t => new Table
            {
                Form = t.Form,
                Cells = [.. t.Cells.Select(cell => new Cell
                {
                    Row = cell.Row, Column = cell.Column,
                    Number =
                        counted.Sum(c => c.Report.PreviousTable(t.Form.Id)!.Find(cell.Row.Id, cell.Column.Id)!.Number!.Value),
                })],
            })];
}
