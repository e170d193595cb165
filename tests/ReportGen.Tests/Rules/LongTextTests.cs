using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Hundreds of thousands of adversarial characters, which would take an hour in quadratic time, are processed quickly.
/// </summary>
[Category("Slow")]
public sealed class LongTextTests
{
    private const int Characters = 300_000;

    [TestCase("的")]
    [TestCase("(1件")]
    [TestCase("其中1件、")]
    [TestCase("共9件其中1件;")]
    [TestCase("共9件占1%")]
    [TestCase("收到申请1件,")]
    [TestCase(";二是一是")]
    [TestCase("《〈")]
    [TestCase("未收到")]
    [TestCase("1")]
    [TestCase("a.")]
    public async Task A_long_text_is_read_completely(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Characters / unit.Length));
        var report = TextReports.Of("", "");
        var blocks = report.Sections[0].Blocks.Add(
            new Block { Level = "body", Text = text, Location = report.Sections[0].Blocks[0].Location });
        var big = report with { Sections = report.Sections.SetItem(0, report.Sections[0] with { Blocks = blocks }) };

        var found = await Task.Run(() => ReportChecker.Check(big, TextReports.Rules(), new CheckOptions()))
            .WaitAsync(TimeSpan.FromMinutes(3));
        Assert.That(found.CountBy(f => f.Id).Where(rule => rule.Value > CheckContext.MaxPerRule + 1), Is.Empty);
    }

    [Test]
    public void Findings_beyond_the_limit_are_counted()
    {
        var report = TextReports.Of("", "");
        var text = string.Concat(Enumerable.Repeat("收到申请1件，XX；", 450));
        var blocks = report.Sections[0].Blocks.Add(
            new Block { Level = "body", Text = text, Location = report.Sections[0].Blocks[0].Location });
        var many = report with { Sections = report.Sections.SetItem(0, report.Sections[0] with { Blocks = blocks }) };

        var rules = ReportChecker.Check(many, TextReports.Rules(), new CheckOptions()).GroupBy(f => f.Id)
            .Where(rule => rule.Count() > CheckContext.MaxPerRule).ToList();
        Assert.That(rules, Is.Not.Empty);
        foreach (var rule in rules)
        {
            var more =
                rule.Single(f => f.Message.English.EndsWith("more findings, which are not listed.", StringComparison.Ordinal));
            Assert.That(rule.Count(), Is.EqualTo(CheckContext.MaxPerRule + 1));
            Assert.That((more.Severity, $"{more.Location}", more.Message.Chinese),
                Is.EqualTo((rule.First().Severity, $"{blocks[^1].Location}", "此规则还发现 250 处，没有逐一列出。")));
        }
    }
}
