using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Mapping;

/// <summary>The sheet of the figures of all bodies, as written with a total or filled in by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BodiesSheetTests
{
    private static readonly string[] s_headings = ["表", "行", "列", "合计", "甲局", "乙镇"];

    [Test]
    public void A_blank_workbook_has_no_bodies() =>
        Assert.That(Open(Forms.Zeros(Forms.Form2021)).Sheets.Select(s => s.Name), Has.None.EqualTo("各单位数据"));

    [Test]
    public void Lines_entered_by_hand_are_read_by_name_label_or_id()
    {
        var read = Read(["某区申请情况一览"], [], s_headings,
            ["表三", "本年新收", "总计", "9", "4", "5"], ["t3", "r4", "T", "", "1", ""], ["表三", "（一）予以公开", "自然人", "", "２", "3"]);

        Assert.That(Forms.Lines(read), Is.Empty);
        Assert.That(read.Value!.Bodies.Select(b => b.Body), Is.EqualTo(new[] { "甲局", "乙镇" }));
        Assert.That(
            read.Value.Bodies.Select(b => (Figure(b, "r1", "T"), Figure(b, "r4", "T"), Figure(b, "a", "P"), Figure(b, "a", "B"))),
            Is.EqualTo(new[]
        {
            ((decimal?)4m, (decimal?)1m, (decimal?)2m, (decimal?)null), (5m, null, 3m, null),
        }));
        Assert.That($"{read.Value.Bodies[1].Table("t3")!.Find("r1", "T")!.Location}", Is.EqualTo("某局.xlsx › 各单位数据!F4"));
    }

    [Test]
    public void An_unreadable_line_is_a_warning_at_its_location()
    {
        var read = Read(s_headings, ["表三", "本年新收", "总计", "", "四", "5"], ["表九", "本年新收", "总计", "", "1", "2"]);
        Assert.That(read.Diagnostics.Select(d => (d.Id, d.Severity, $"{d.Location}")), Is.EqualTo(new[]
        {
            ("workbook.not-a-number", Severity.Warning, "某局.xlsx › 各单位数据!E2"),
            ("workbook.unknown-figure", Severity.Warning, "某局.xlsx › 各单位数据!A3"),
        }));
    }

    [Test]
    public void A_sheet_without_headings_is_not_read()
    {
        var read = Read(["表", "行", "合计", "甲局"], ["表三", "本年新收", "9", "9"]);
        Assert.That(read.Value!.Bodies, Is.Empty);
        Assert.That(read.Diagnostics.Select(d => (d.Id, d.Severity)),
            Is.EqualTo(new[] { ("workbook.missing-column", Severity.Warning) }));
    }

    private static decimal? Figure(BodyFigures body, string row, string column) => body.Table("t3")!.Find(row, column)!.Number;

    private static RawWorkbook Open(WorkbookValues values) =>
        new WorkbookOpener().Open(StandardWorkbookWriter.Write(Forms.Form2021, values), "某局.xlsx").Workbook!;

    private static Outcome<Report> Read(params string[][] rows)
    {
        var cells =
            rows.SelectMany(
                (row, r) =>
                    row.Select((text, c) => new RawCell
                        { Address = new CellAddress(r + 1, c + 1), Kind = RawCellKind.Text, Text = text }))
            .Where(c => c.Text.Length > 0);
        var workbook = Open(Forms.Zeros(Forms.Form2021));
        return Forms.Reader.Read(workbook with { Sheets = workbook.Sheets.Add(new RawSheet("各单位数据", cells, [], false)) });
    }
}
