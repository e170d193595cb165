using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Properties of all tables: consistent ones give no finding, and a single changed cell gives one wherever the form has
/// redundant figures.
/// </summary>
[FsCheck.NUnit.Properties(Arbitrary = [typeof(ConsistentTables)], MaxTest = 20)]
public sealed class TablePropertyTests
{
    private const int CellsOfEach = 15;

    [FsCheck.NUnit.Property]
    public void Consistent_tables_give_no_finding(ConsistentTables tables)
    {
        Assert.That(Check(tables, tables.Workbook()).Select(Shown), Is.Empty);
    }

    /// <summary>
    /// A changed figure is always found where others depend on it: all of 表三 and 表四 (entered totals, balance, last year's
    /// carry-over), rules and documents of the form of 2021 (made, repealed, in force, last year), items of the form of 2019.
    /// </summary>
    [FsCheck.NUnit.Property]
    public void A_changed_figure_that_others_depend_on_is_found(ConsistentTables tables)
    {
        var workbook = tables.Workbook();
        var report = Forms.Reader.Read(workbook).Value!;
        foreach (var (cell, isPrevious) in Sample(tables, Tied(tables.Edition, report)))
        {
            var old = cell.Typed ?? cell.Number!.Value;
            decimal changed = tables.Next((2 * (int)Math.Abs(old)) + 50);
            if (changed == old) changed++;

            var findings = Check(tables, With(workbook, cell, Number(cell, changed)));

            var least = isPrevious || cell.Location!.Sheet.StartsWith('二') ? Severity.Warning : Severity.Error;
            Assert.That(findings.Select(f => f.Severity), Has.Some.GreaterThanOrEqualTo(least),
                $"{cell.Location}: {old} → {changed}");
        }
    }

    [FsCheck.NUnit.Property]
    public void A_value_that_the_form_does_not_allow_is_found_in_every_cell(ConsistentTables tables)
    {
        var workbook = tables.Workbook();
        var report = Forms.Reader.Read(workbook).Value!;
        foreach (var (cell, _) in Sample(tables,
            [.. report.Tables.SelectMany(t => t.Cells).Where(c => !c.IsTotal).Select(c => (c, false))]))
        {
            var wrong = Wrong(cell)[tables.Next(Wrong(cell).Length - 1)];

            var findings = Check(tables, With(workbook, cell, wrong)).Where(f => f.Location == cell.Location);

            Assert.That(findings.Where(f => f.Severity == Severity.Error).Select(f => f.Id), Is.EqualTo(new[] { OwnRule(cell) }),
                $"{cell.Location}: {wrong.Text}");
        }
    }

    /// <summary>
    /// Not every change can be found. No other figure of the form or of last year depends on the decisions, charges and
    /// purchases of 表二, so that 31 is as plausible as 32. They are found if they violate the number format (the property above)
    /// or change too much (T2-08, T2-09). In the form of 2019 the numbers made and published have only upper bounds.
    /// </summary>
    [FsCheck.NUnit.Property]
    public void A_small_change_of_an_independent_figure_cannot_be_found(ConsistentTables tables)
    {
        var workbook = tables.Workbook();
        var alone = Forms.Reader.Read(workbook).Value!.Table("t2")!.Cells
            .Where(c => c.Column.Id is "decided" or "charged" or "change" or "purchases" or "amount");
        foreach (var cell in alone)
        {
            var step = cell.Column.Id is "charged" or "amount" ? 0.0001m : 1;

            Assert.That(Check(tables, With(workbook, cell, Number(cell, cell.Number!.Value + step))).Select(Shown), Is.Empty,
                $"{cell.Location}");
        }
    }

    private static ImmutableArray<(Cell Cell, bool IsPrevious)> Tied(string edition, Report report)
    {
        var own = report.Tables.SelectMany(t => t.Cells.Where(c => t.Form.Id != "t2" || IsTied(edition, c)));
        var previous = report.Previous.SelectMany(t => t.Cells.Where(c => (t.Form.Id, c.Row.Id) == ("t3", "r4") && !c.IsTotal
            || (t.Form.Id == "t2" && IsTiedBefore(edition, c))));
        return [.. own.Select(c => (c, false)), .. previous.Select(c => (c, true))];
    }

    private static bool IsTied(string edition, Cell cell) =>
        edition == "2021" ? cell.Row.Id is "rules" or "documents" : cell.Column.Id == "items";

    private static bool IsTiedBefore(string edition, Cell cell) =>
        edition == "2021" ? cell.Column.Id == "valid" : cell.Column.Id is "items" or "change";

    private static IEnumerable<(Cell Cell, bool IsPrevious)> Sample(
        ConsistentTables tables, ImmutableArray<(Cell, bool)> cells) =>
        Enumerable.Range(0, CellsOfEach).Select(_ => cells[tables.Next(cells.Length - 1)]);

    private static string OwnRule(Cell cell) => cell.Location!.Sheet[0] switch { '二' => "T2-01", '三' => "T3-04", _ => "T4-02" };

    private static RawCell[] Wrong(Cell cell) =>
    [
        Number(cell, 0.00001m), Text(cell, "/"), Text(cell, "无"), Text(cell, "2件"), Text(cell, "三"),
        RawCell.EmptyAt(cell.Location!.Address),
        .. cell.Column.Id == "change" ? Array.Empty<RawCell>() : [Number(cell, -1)],
    ];

    private static RawCell Number(Cell cell, decimal number) => new()
    {
        Address = cell.Location!.Address, Kind = RawCellKind.Number, Number = number,
        Text = number.ToString(CultureInfo.InvariantCulture),
    };

    private static RawCell Text(Cell cell, string text) =>
        new() { Address = cell.Location!.Address, Kind = RawCellKind.Text, Text = text };

    private static RawWorkbook With(RawWorkbook workbook, Cell cell, RawCell entered) => workbook with
    {
        Sheets =
            [.. workbook.Sheets.Select(
                s => s.Name == cell.Location!.Sheet ? new RawSheet(s.Name, s.Cells.Append(entered), s.Merges, s.IsHidden) : s)],
    };

    private static ImmutableArray<Diagnostic> Check(ConsistentTables tables, RawWorkbook workbook)
    {
        var read = Forms.Reader.Read(workbook);
        return ReportChecker.Check(read.Value!, TableReports.Rules(tables.Edition), new CheckOptions(), read.Diagnostics);
    }

    private static string Shown(Diagnostic finding) => $"{finding.Id} {finding.Location}: {finding.Message.Chinese}";
}
