using ReportGen.Diagnostics;

namespace ReportGen.Tests.Rules;

/// <summary>An empty or unusable cell hides no contradiction that holds whatever the cell should be, and makes none.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnknownFigureTests
{
    // 10 received, 12 dealt with, one result empty.
    private const string CannotBalance = "t3.r1.P=10 t3.a.P=12 三、依申请公开!D8=";

    [Test]
    public void A_column_that_cannot_balance_is_reported_although_a_cell_is_empty()
    {
        var findings = TableReports.Check("2021", CannotBalance).Findings;
        Assert.That(findings.Select(f => f.Id), Is.EqualTo(new[] { "T3-02", "T3-04" }));
        Assert.That(findings[0].Message.Chinese, Is.EqualTo(
            "表三“自然人”一列两边不等，相差 至少 2：左边 本年新收 10 + 上年结转 0 = 10；右边 （七）总计 至少 12 + 四、结转下年度继续办理 0 = 至少 12。"));
        Assert.That(findings[0].Location!.Place, Is.EqualTo("三、依申请公开!D5"));
    }

    [TestCase("t3.r1.P=10 t3.a.P=8 三、依申请公开!D8=", Description = "the empty cell may be 2")]
    [TestCase("t3.r1.P=10 t3.a.P=10 三、依申请公开!D8=", Description = "it may be 0")]
    [TestCase("t3.a.P=10 三、依申请公开!D5=", Description = "the left side is unknown")]
    [TestCase("t3.a.P=10 三、依申请公开!D5=3件")]
    [TestCase("t2.documents.repealed=3 t2.documents.valid=2 二、主动公开!B5=")]
    public void A_column_that_may_balance_is_not(string figures) =>
        Assert.That(TableReports.Check("2021", figures).Findings.Select(f => f.Id), Is.All.AnyOf("T3-04", "T2-01"));

    [TestCase("三、依申请公开!B8=0", "T3-02 T3-06", Description = "a row without its label")]
    [TestCase("三、依申请公开!D8=三件", "T3-02 T3-04", Description = "words")]
    public void It_does_not_matter_why_a_figure_is_unknown(string change, string expected) =>
        Assert.That(TableReports.Check("2021", $"t3.r1.P=10 t3.a.P=12 {change}").Findings.Select(f => f.Id),
            Is.EqualTo(expected.Split(' ')));

    [Test]
    public void A_figure_that_may_be_negative_hides_everything()
    {
        // 本年增/减 of the form of 2019: 5 items last year, 3 + an empty change this year.
        var findings = TableReports.Check("2019", "t2.licences.items=8 previous.t2.licences.items=5 上年数据!C8=").Findings;
        Assert.That(findings.Select(f => f.Id), Does.Not.Contain("T2-07"));
    }

    [TestCase("t4.review.upheld=3 t4.review.corrected=2 t4.review.T=4 四、复议诉讼!C5=", true)]
    [TestCase("t4.review.upheld=3 t4.review.corrected=2 t4.review.T=6 四、复议诉讼!C5=", false)]
    public void A_typed_total_below_its_known_parts_is_wrong(string figures, bool isWrong)
    {
        var found = TableReports.Check("2021", figures).Findings.Where(f => f.Id == "T4-01").ToList();
        Assert.That(found, Has.Count.EqualTo(isWrong ? 1 : 0));
        Assert.That(found.Select(f => f.Message.Chinese), Is.All.EqualTo("表四“行政复议”的合计小于已填各项之和：总计 4 < 3+2+0 = 5。"));
    }

    [Test]
    public void A_column_that_does_not_balance_shows_both_sides()
    {
        var finding = TableReports.Check("2021", "t3.r1.P=3 t3.r2.P=1 t3.a.P=2").Findings.Single();
        Assert.That(finding.Message.Chinese, Is.EqualTo(
            "表三“自然人”一列两边不等，相差 2：左边 本年新收 3 + 上年结转 1 = 4；右边 （七）总计 2 + 四、结转下年度继续办理 0 = 2。"));
        Assert.That(finding.Remedy!.Chinese, Does.Contain("左边（本年新收＋上年结转）应等于右边（办理结果总计＋结转下年度）"));
        Assert.That(finding.Related.Select(r => r.Place), Is.EquivalentTo(
            new[] { "三、依申请公开!D6", "三、依申请公开!D28", "三、依申请公开!D29" }));
    }

    [TestCase("二、主动公开!B15=251000元", "应为 25.1（万元）。只填阿拉伯数字，不带单位和文字。")]
    [TestCase("二、主动公开!B8=12件", "应为 12。只填阿拉伯数字，不带单位和文字。")]
    [TestCase("二、主动公开!B8=约12件", "只填阿拉伯数字，不带单位和文字。")]
    [TestCase("二、主动公开!B8=/", "没有发生的填 0；只填阿拉伯数字，不带单位和文字。")]
    [TestCase("二、主动公开!B8=", "没有发生的填 0。")]
    [TestCase("二、主动公开!B4= 二、主动公开!C4=", "没有发生的填 0；各表空着的格子都表示 0 的，也可以在封面“空格按0计”一行填“是”。")]
    [TestCase("t2.licences.decided=1.5", "请核对后改正。")]
    public void The_advice_fits_what_is_wrong(string change, string remedy)
    {
        var finding = TableReports.Check("2021", change).Findings.Single(f => f.Severity == Severity.Error);
        Assert.That(finding.Remedy!.Chinese, Is.EqualTo(remedy));
    }
}
