using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Totals;
using static ReportGen.Tests.Totals.SmallReports;

namespace ReportGen.Tests.Totals;

[Parallelizable(ParallelScope.All)]
public sealed class DistrictTotalTests
{
    [Test]
    public void Figures_are_added_and_every_sum_names_its_addends()
    {
        var outcome = Add(Of("甲", 1, 2, 3, 4), Of("乙", 10, 20, 30, 40.5m));
        var total = outcome.Value!;
        Assert.That(outcome.Diagnostics.Select(d => (d.Id, d.Severity)), Is.EqualTo(new[] { ("X-02", Severity.Information) }));
        Assert.That(total.Report.Table("t")!.Find("r2", "B")!.Number, Is.EqualTo(44.5m));
        Assert.That(total.Report.Table("t")!.Find("r1", "T")!.Number, Is.EqualTo(33m));
        var traced = total.Trace.Single(f => f.Row.Id == "r1" && f.Column.Id == "B");
        Assert.That(traced.Addends.Select(a => (a.Body, a.Number, $"{a.Location}")), Is.EqualTo(new[]
        {
            ("甲", 2m, "甲.xlsx › 表!B1"), ("乙", 20m, "乙.xlsx › 表!B1"),
        }));
        Assert.That(total.Report.Title, Is.EqualTo("某区2025年报告"));
        Assert.That(total.Report.Body, Is.EqualTo("某区"));
        Assert.That(total.Report.Bodies.Select(b => (b.Body, b.Table("t")!.Find("r2", "B")!.Number)),
            Is.EqualTo(new[] { ("甲", 4m), ("乙", 40.5m) }));
    }

    [Test]
    public void The_own_office_is_counted_once_and_provides_cover_and_text()
    {
        var own = Of("区政府办公室", 1, 1, 1, 1);
        var total = DistrictAdder.Add(Options(), Submitted(own), [Submitted(Of("甲", 1, 2, 3, 4)), Submitted(own)]);
        Assert.That(total.Value!.Counted, Is.EqualTo(new[] { "区政府办公室", "甲" }));
        Assert.That(total.Value.Report.Sections[0].Blocks, Has.Length.EqualTo(1));
        Assert.That(total.Value.Report.Field("office")!.Text, Is.EqualTo("办公室"));
        Assert.That(total.Diagnostics.Select(d => (d.Id, d.Severity)), Does.Contain(("X-03", Severity.Warning)));
    }

    [Test]
    public void Without_an_own_report_no_text_or_contact_is_taken_from_a_body()
    {
        var report = Add(Of("甲", 1, 2, 3, 4)).Value!.Report;
        Assert.That(report.Sections, Is.Empty);
        Assert.That(report.Fields.Select(f => (f.Id, f.Text)),
            Is.EqualTo(new[] { ("agency", "某区"), ("year", "2025"), ("office", ""), ("category", "政府") }));
    }

    [Test]
    public void Last_years_total_provides_contact_and_figures()
    {
        var last = Of("某区", 5, 6, 7, 8) with { Year = 2024 };
        var report = DistrictAdder.Add(Options() with { Previous = last }, null, [Submitted(Of("甲", 1, 2, 3, 4))]).Value!.Report;
        Assert.That(report.Field("office")!.Text, Is.EqualTo("办公室"));
        Assert.That(report.PreviousTable("t")!.Find("r1", "T")!.Number, Is.EqualTo(11m));
    }

    [TestCase(0, 1, 5, "后保存的一份")]
    [TestCase(1, 0, 4, "后保存的一份")]
    [TestCase(0, 0, 4, "先找到的一份")]
    [TestCase(null, 0, 5, "后保存的一份")]
    public void Of_two_reports_of_a_body_the_one_saved_last_is_counted(int? first, int? second, int counted, string words)
    {
        Submission Saved(int last, int? day) => Submitted(Of("甲", 1, 2, 3, last)) with
            { Saved = day is { } d ? new DateTimeOffset(2026, 1, 10 + d, 0, 0, 0, TimeSpan.Zero) : null };
        var total = DistrictAdder.Add(Options(), null, [Saved(4, first), Saved(5, second), Submitted(Of("乙", 0, 0, 0, 0))]);
        Assert.That(total.Value!.Report.Table("t")!.Find("r2", "B")!.Number, Is.EqualTo(counted));
        Assert.That(total.Value.Counted, Is.EqualTo(new[] { "甲", "乙" }), "in the order of the files");
        if (first is not null) Assert.That(total.Diagnostics[0].Message.Chinese, Does.Contain(words));
    }

    [Test]
    public void Reports_that_cannot_be_added_are_left_out_with_a_reason()
    {
        var outcome = Add(
            Of("甲", 1, 2, 3, 4), Of("甲", 1, 2, 3, 5),
            Of("乙", 1, 2, 3, 4) with { Year = 2024 },
            Of("丙", 1, 2, 3, 4) with { Edition = "old" },
            Of("丁", 1, 2, 3, null),
            Of("戊", 1, 2, 3, 4) with { Kind = "other" });
        Assert.That(outcome.Value!.Counted, Is.EqualTo(new[] { "甲" }));
        Assert.That(outcome.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Id), Is.EqualTo(new[]
        {
            "X-03", "totals.other-year", "totals.other-edition", "totals.figure-missing", "totals.other-kind",
        }));
        Assert.That(outcome.Diagnostics[0].Message.Chinese, Does.Contain("两份有1个数字不同"));
        Assert.That(outcome.Diagnostics[3].Message.Chinese, Does.Contain("丁有1格不是有效数字（第一个是“r2·B”）"));
        Assert.That(outcome.Value.Entries.Select(e => (e.Name, e.State)), Is.EqualTo(new[]
        {
            ("甲", BodyState.Counted), ("甲", BodyState.LeftOut), ("乙", BodyState.LeftOut), ("丙", BodyState.LeftOut),
            ("丁", BodyState.LeftOut), ("戊", BodyState.LeftOut),
        }));
    }

    [Test]
    public void Missing_and_unlisted_bodies_are_reported()
    {
        var roster = new Roster([new("甲局", "部门", ["甲"]), new("乙局", "部门", []), new("丙镇", "乡镇", []), new("丁镇", "乡镇", [])]);
        var outcome = DistrictAdder.Add(Options() with { Roster = roster, RosterFile = "名单.csv" }, null,
        [
            Submitted(Of("甲", 1, 2, 3, 4)),
            Submitted(Of("税务局", 1, 2, 3, 4)),
            new Submission("送/乙局（改）.xlsx", null, [Broken("送/乙局（改）.xlsx")]),
            Submitted(Of("丙 镇", 1, 2, 3, 4)),
        ]);
        Assert.That(outcome.Value!.Entries.Select(e => (e.Name, e.Group, e.State)), Is.EqualTo(new[]
        {
            ("甲局", "部门", BodyState.Counted), ("乙局", "部门", BodyState.LeftOut), ("丙镇", "乡镇", BodyState.Counted),
            ("丁镇", "乡镇", BodyState.Missing), ("税务局", "", BodyState.LeftOut),
        }));
        Assert.That(outcome.Value.Counted, Is.EqualTo(new[] { "甲局", "丙镇" }));
        Assert.That(outcome.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "totals.not-listed", "file.broken", "X-02" }));
        Assert.That(outcome.Diagnostics[2].Message.Chinese, Is.EqualTo("名单中的4个单位有1个没有报送：丁镇。"));
    }

    [Test]
    public void A_report_with_errors_is_counted_with_a_warning_and_an_earlier_total_is_not()
    {
        var earlier = Of("某区", 9, 9, 9, 9) with { Bodies = [new("甲", [])] };
        var outcome = DistrictAdder.Add(Options(), null,
        [
            new Submission("甲.xlsx", Of("甲", 1, 2, 3, 4), [Broken("甲.xlsx")]), Submitted(earlier),
            Submitted(Of("某区", 1, 0, 0, 0)),
        ]);
        Assert.That(outcome.Value!.Counted, Is.EqualTo(new[] { "甲", "某区" }));
        Assert.That(outcome.Diagnostics.Select(d => (d.Id, d.Severity)), Is.EqualTo(new[]
        {
            ("totals.is-total", Severity.Warning), ("totals.named-like-the-whole", Severity.Warning),
            ("totals.has-errors", Severity.Warning), ("X-02", Severity.Information),
        }));
        Assert.That(outcome.Diagnostics[2].Message.Chinese, Does.EndWith("改正后数字可能变动：甲（1处）。"));
        Assert.That(outcome.Value.Entries.Select(e => e.Reason?.Chinese),
            Is.EqualTo(new[] { "报告还有1处差错，改正后数字可能变动。", null, "某区.xlsx本身就是某区的汇总工作簿，未计入合计。" }));
    }

    [Test]
    public void Last_years_figures_are_added_only_when_every_body_has_them()
    {
        Model.Report With(string body) => Of(body, 1, 1, 1, 1) with { Previous = [Of(body, 5, 5, 5, 5).Tables[0]] };
        var known = Add(With("甲"), With("乙")).Value!.Report;
        var unknown = Add(With("甲"), Of("乙", 1, 1, 1, 1)).Value!.Report;
        Assert.That(known.PreviousTable("t")!.Find("r1", "A")!.Number, Is.EqualTo(10m));
        Assert.That(unknown.Previous, Is.Empty);
    }

    [TestCase(5, null)]
    [TestCase(7, "表“r1·T”合计5，上年报告的“r2”是7。请核对：乙（今年3，上年5）；丙（今年1，没有上年数据）。")]
    public void A_difference_from_what_was_carried_over_is_reported(decimal carried, string? expected)
    {
        Model.Report Body(string name, decimal now, decimal? before) => Of(name, now, 0, 0, 0) with
        {
            Previous = before is { } b ? [Of(name, 0, 0, b, 0).Tables[0]] : [],
        };
        var findings = DistrictAdder.Add(Options() with { Previous = Of("某区", 0, 0, carried, 0) with { Year = 2024 } }, null,
            [Submitted(Body("甲", 1, 1)), Submitted(Body("乙", 3, 5)), Submitted(Body("丙", 1, null))]).Diagnostics
            .Where(d => d.Id == "X-04");
        Assert.That(findings.Select(f => f.Message.Chinese), Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [Test]
    public void Without_reports_there_is_no_total()
    {
        var outcome = Add();
        Assert.That(outcome.Value, Is.Null);
        Assert.That(outcome.Diagnostics.Select(d => d.Id), Does.Contain("totals.nothing-counted"));
    }

    [Test]
    public void Adding_up_is_linear_in_the_number_of_bodies() => WorkMeasure.AssertProportional(count =>
    {
        string[] names = [.. Enumerable.Range(10_000, count).Select(i => $"第{i}街道办事处")];
        var options = Options() with { Roster = new Roster([.. names.Select(n => new RosterEntry(n, "", []))]) };
        var total = DistrictAdder.Add(options, null, names.Select(n => Submitted(Of(n, 1, 2, 3, 4)))).Value!;
        Assert.That(total.Entries, Has.Length.EqualTo(count));
    });

    private static Diagnostic Broken(string file) => new()
    {
        Id = "file.broken", Severity = Severity.Error, Location = new FileLocation { File = file },
        Message = LocalizedText.Same("坏了"),
    };
}
