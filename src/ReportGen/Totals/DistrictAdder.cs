using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Mapping;

namespace ReportGen.Totals;

/// <summary>Adds up the reports of all bodies. Only figures are added; text never is.</summary>
public static class DistrictAdder
{
    /// <summary>
    /// Adds up the <paramref name="own"/> office and the <paramref name="bodies"/>. A report of another year or form, one
    /// with a figure missing, and the second report of a body are left out, each with a finding.
    /// </summary>
    /// <param name="wishes">For whom, for which year, who is expected.</param>
    /// <param name="own">The report of the own office; null when it is among the bodies or has none.</param>
    /// <param name="bodies">The files of the bodies below; gone through once, so they may be read one after another.</param>
    /// <returns>The sum; null when no report could be counted.</returns>
    public static Outcome<DistrictTotal> Add(TotalWishes wishes, Submission? own, IEnumerable<Submission> bodies)
    {
        var admission = new Admission(wishes);
        if (own is not null) admission.Consider(own, isOwn: true);
        foreach (var submission in bodies) admission.Consider(submission);
        var entries = admission.Entries();
        var counted = admission.Counted;
        if (counted.Count == 0) return new(null, [.. admission.Findings, TotalsMessages.NothingCounted()]);

        var trace = Trace(counted);
        admission.Findings.AddRange(CarriedOver.Compare(wishes, counted));
        return new(new DistrictTotal
        {
            Report = Whole(wishes, counted[0].Report == own?.Report ? own.Report : null, counted, trace),
            Trace = trace,
            Entries = entries,
            HasRoster = wishes.Roster is not null,
        }, admission.Findings.ToImmutable());
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

    private static Report Whole(
        TotalWishes wishes, Report? own, IReadOnlyList<(string Name, Report Report)> counted, ImmutableArray<TracedFigure> trace)
    {
        ImmutableArray<Field> fields = [.. wishes.Kind.Fields.Select(f => FieldOf(f, wishes, own))];
        var title = fields.FirstOrDefault(f => f.Id == wishes.Kind.TitleField)?.Text ?? "";
        return new Report
        {
            Kind = wishes.Kind.Id,
            Edition = wishes.Kind.Edition,
            Body = wishes.Agency,
            Year = wishes.Year,
            Title = title.Length > 0 ? title : ReportReader.TitleOf(wishes.Kind, fields),
            Fields = fields,
            Sections = own?.Sections ?? [],
            Tables = [.. counted[0].Report.Tables.Select(t => SumTable(t.Form, trace))],
            Previous = wishes.Previous?.Tables ?? PreviousOf(counted),
            Bodies = [.. counted.Select(c => new BodyFigures(c.Name, c.Report.Tables))],
        };
    }

    private static Field FieldOf(FieldDefinition definition, TotalWishes wishes, Report? own)
    {
        var kind = wishes.Kind;
        var kept = definition.IsKept ? wishes.Previous?.Field(definition.Id)?.Text : null;
        var given = own?.Field(definition.Id)?.Text ?? "";
        var text = definition.Id == kind.BodyField ? wishes.Agency
            : definition.Id == kind.YearField ? wishes.Year?.ToString(CultureInfo.InvariantCulture) ?? ""
            : definition.Id == kind.TitleField ? given.Replace(own?.Body ?? wishes.Agency, wishes.Agency, StringComparison.Ordinal)
            : kept is { Length: > 0 } ? kept : definition.Total ?? given;
        return new Field { Id = definition.Id, Name = definition.Name, Text = text };
    }

    private static Table SumTable(TableForm form, ImmutableArray<TracedFigure> trace) => new()
    {
        Form = form,
        Cells = [.. trace.Where(f => f.Table.Id == form.Id)
            .Select(f => new Cell { Row = f.Row, Column = f.Column, Number = f.Sum })],
    };

    /// <summary>Last year's figures of the whole are known only when they are known of every body, in one form.</summary>
    private static ImmutableArray<Table> PreviousOf(IReadOnlyList<(string Name, Report Report)> counted) =>
        [.. counted[0].Report.Previous
            .Where(t => counted.All(c => c.Report.PreviousTable(t.Form.Id) is { } other && other.Form == t.Form && other.Cells.All(x => x.Number is not null)))
            .Select(t => new Table
            {
                Form = t.Form,
                Cells = [.. t.Cells.Select(cell => new Cell
                {
                    Row = cell.Row, Column = cell.Column,
                    Number = counted.Sum(c => c.Report.PreviousTable(t.Form.Id)!.Find(cell.Row.Id, cell.Column.Id)!.Number!.Value),
                })],
            })];
}
