using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Totals;

namespace ReportGen.Tests.Totals;

public sealed class DistrictTotalTests
{
    private static readonly TableForm Form = new()
    {
        Id = "t", Name = "表", Title = "表", Widths = [1, 1, 1, 1],
        Parts =
        [
            new TablePart
            {
                Columns = [Line("A"), Line("B"), Line("T") with { SumOf = ["A", "B"] }],
                Rows = [Line("r1"), Line("r2")],
            },
        ],
    };

    [Test]
    public void Figures_are_added_and_every_sum_names_its_addends()
    {
        var outcome = DistrictAdder.Add("某区", 2025, "e", [Of("甲", 1, 2, 3, 4), Of("乙", 10, 20, 30, 40.5m)]);
        var total = outcome.Value!;
        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(total.Report.Table("t")!.Find("r2", "B")!.Number, Is.EqualTo(44.5m));
        Assert.That(total.Report.Table("t")!.Find("r1", "T")!.Number, Is.EqualTo(33m));
        var traced = total.Trace.Single(f => f.Row.Id == "r1" && f.Column.Id == "B");
        Assert.That(traced.Addends.Select(a => (a.Body, a.Number, $"{a.Location}")), Is.EqualTo(new[]
        {
            ("甲", 2m, "甲.xlsx › 表!B1"), ("乙", 20m, "乙.xlsx › 表!B1"),
        }));
        Assert.That(total.Report.Title, Is.EqualTo("某区2025年报告"));
        Assert.That(total.Report.Body, Is.EqualTo("某区"));
    }

    [Test]
    public void The_own_office_is_counted_once_and_gives_cover_and_text()
    {
        var own = Of("区政府办公室", 1, 1, 1, 1);
        var total = DistrictAdder.Add("某区", 2025, "e", [Of("甲", 1, 2, 3, 4), own], own);
        Assert.That(total.Value!.Counted, Is.EqualTo(new[] { "区政府办公室", "甲" }));
        Assert.That(total.Value.Report.Sections[0].Blocks, Has.Length.EqualTo(1));
        Assert.That(total.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "X-03" }));
    }

    [Test]
    public void Reports_that_cannot_be_added_are_left_out_with_the_reason()
    {
        var outcome = DistrictAdder.Add("某区", 2025, "e",
        [
            Of("甲", 1, 2, 3, 4), Of("甲", 1, 2, 3, 4),
            Of("乙", 1, 2, 3, 4) with { Year = 2024 },
            Of("丙", 1, 2, 3, 4) with { Edition = "old" },
            Of("丁", 1, 2, 3, null),
        ]);
        Assert.That(outcome.Value!.Counted, Is.EqualTo(new[] { "甲" }));
        Assert.That(outcome.Diagnostics.Select(d => d.Id), Is.EqualTo(new[]
        {
            "X-03", "totals.other-year", "totals.other-edition", "totals.figure-missing",
        }));
        Assert.That(outcome.Diagnostics[3].Message.In(Language.Chinese), Does.Contain("丁的“r2·B”没有可用的数字"));
    }

    [Test]
    public void Last_years_figures_are_added_only_when_every_body_has_them()
    {
        Report With(string body) => Of(body, 1, 1, 1, 1) with { Previous = [Of(body, 5, 5, 5, 5).Tables[0]] };
        var known = DistrictAdder.Add("某区", 2025, "e", [With("甲"), With("乙")]).Value!.Report;
        var unknown = DistrictAdder.Add("某区", 2025, "e", [With("甲"), Of("乙", 1, 1, 1, 1)]).Value!.Report;
        Assert.That(known.PreviousTable("t")!.Find("r1", "A")!.Number, Is.EqualTo(10m));
        Assert.That(unknown.Previous, Is.Empty);
    }

    [TestCase(8, "差额等于乙的数，可能漏加了该单位", "may have been left out")]
    [TestCase(20, "差额等于丙的数，可能把该单位加了两次", "may have been counted twice")]
    [TestCase(16, "没有哪一个单位能单独解释", "No single body explains")]
    public void A_typed_total_that_differs_is_explained_by_a_body_where_one_can(decimal typed, string chinese, string english)
    {
        var sum = DistrictAdder.Add("某区", 2025, "e",
            [Of("甲", 1, 0, 0, 0), Of("乙", 5, 0, 0, 0), Of("丙", 7, 0, 0, 0)]).Value!;
        var report = Of("某区", typed, 0, 0, 0);

        var finding = DistrictComparer.Compare(report, sum).Single();

        Assert.That(finding.Id, Is.EqualTo("X-01"));
        Assert.That($"{finding.Location}", Is.EqualTo("某区.xlsx › 表!A1"));
        Assert.That(finding.Message.In(Language.Chinese), Does.Contain(chinese));
        Assert.That(finding.Message.In(Language.English), Does.Contain(english));
    }

    [Test]
    public void A_total_that_agrees_has_no_finding()
    {
        var sum = DistrictAdder.Add("某区", 2025, "e", [Of("甲", 1, 2, 3, 4)]).Value!;
        Assert.That(DistrictComparer.Compare(Of("某区", 1, 2, 3, 4), sum), Is.Empty);
    }

    [Test]
    public void No_report_no_total() =>
        Assert.That(DistrictAdder.Add("某区", 2025, "e", []).Value, Is.Null);

    private static LineForm Line(string id) => new() { Id = id, Name = id, Labels = [id] };

    private static Report Of(string body, params decimal?[] numbers)
    {
        var rows = Form.Rows.ToArray();
        var columns = Form.Parts[0].Columns;
        var file = $"{body}.xlsx";
        Cell At(int r, int c) => new()
        {
            Row = rows[r], Column = columns[c],
            Number = c < 2 ? numbers[(r * 2) + c] : numbers[r * 2] + numbers[(r * 2) + 1],
            Location = new CellLocation { File = file, Sheet = "表", Address = new CellAddress(r + 1, c + 1) },
        };
        return new Report
        {
            Kind = "k", Edition = "e", Body = body, Year = 2025, Title = $"{body}2025年报告",
            Source = new WorkbookIdentity(file, ""),
            Fields = [new Field { Id = "agency", Name = "机关", Text = body }],
            Sections = [new Section { Id = "s", Heading = "一", Blocks = [new Block { Level = "body", Text = "文" }] }],
            Tables = [new Table { Form = Form, Cells = [At(0, 0), At(0, 1), At(0, 2), At(1, 0), At(1, 1), At(1, 2)] }],
        };
    }
}
