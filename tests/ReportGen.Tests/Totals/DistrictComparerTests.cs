using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Totals;
using static ReportGen.Tests.Totals.SmallReports;

namespace ReportGen.Tests.Totals;

[Parallelizable(ParallelScope.All)]
public sealed class DistrictComparerTests
{
    [TestCase(13.5, "差额等于乙的数，可能漏加了该单位", "it may have been left out")]
    [TestCase(25.5, "差额等于丙的数，可能把该单位加了两次", "it may have been counted twice")]
    [TestCase(6.5, "差额等于乙与丙的数之和，可能漏加了这两个单位", "they may have been left out")]
    [TestCase(16, "差额与任何单位的数字都对不上。", "No body explains the difference.")]
    [TestCase(60, "填的比合计多，可能还有单位（如本机关）不在比较之列", "It is more than the sum")]
    public void A_differing_total_is_explained_by_bodies_if_possible(decimal typed, string chinese, string english)
    {
        var finding = DistrictComparer.Compare(Kind, Of("某区", typed, 0, 0, 0), Sum(("甲", 1), ("乙", 5), ("丙", 7), ("丁", 5.5m)))
            .Single();

        Assert.That(finding.Id, Is.EqualTo("X-01"));
        Assert.That($"{finding.Location}", Is.EqualTo("某区.xlsx › 表!A1"));
        Assert.That(finding.Message.Chinese, Does.Contain(chinese));
        Assert.That(finding.Message.English, Does.Contain(english));
    }

    [Test]
    public void A_kind_without_a_rule_uses_the_default_id()
    {
        var finding = DistrictComparer.Compare(Kind with { Totals = new() }, Of("某区", 2, 0, 0, 0), Sum(("甲", 1))).Single();
        Assert.That(finding.Id, Is.EqualTo("totals.differs"));
    }

    [Test]
    public void The_explanation_of_most_differences_is_named()
    {
        // 甲 and 乙 both have 5 in the first figure; only 乙 explains the second one too.
        var sum = Add(Of("甲", 5, 0, 0, 0), Of("乙", 5, 3, 0, 0)).Value!;
        var findings = DistrictComparer.Compare(Kind, Of("某区", 5, 0, 0, 0), sum);
        Assert.That(findings.Select(f => f.Message.Chinese), Has.All.Contains("可能漏加了该单位").And.All.Contains("乙"));
    }

    [Test]
    public void A_pair_is_named_only_if_it_is_the_only_candidate()
    {
        var finding = DistrictComparer.Compare(Kind, Of("某区", 4, 0, 0, 0), Sum(("甲", 1), ("乙", 2), ("丙", 2), ("丁", 1), ("戊", 1)))
            .Single();
        Assert.That(finding.Message.Chinese, Does.Contain("差额与任何单位的数字都对不上"));
    }

    [Test]
    public void A_matching_total_has_no_findings()
    {
        var sum = Add(Of("甲", 1, 2, 3, 4)).Value!;
        Assert.That(DistrictComparer.Compare(Kind, Of("某区", 1, 2, 3, 4), sum), Is.Empty);
    }

    [TestCase(3, 3, null)]
    [TestCase(4, 3, Severity.Error)]
    [TestCase(4, null, Severity.Warning)]
    [TestCase(1, null, null)]
    public void A_report_is_compared_with_the_bodies_in_its_workbook(decimal typed, decimal? second, Severity? expected)
    {
        var bodies = new[] { Of("甲", 1, 0, 0, 0), Of("乙", second - 1, 0, 0, 0) };
        var report = Of("某区", typed, 0, 0, 0) with { Bodies = [.. bodies.Select(b => new BodyFigures(b.Body, b.Tables))] };
        Assert.That(DistrictComparer.CompareWithin(Kind, report).Select(f => (Severity?)f.Severity),
            Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    private static DistrictTotal Sum(params (string Body, decimal Number)[] bodies) =>
        Add([.. bodies.Select(b => Of(b.Body, b.Number, 0, 0, 0))]).Value!;
}
