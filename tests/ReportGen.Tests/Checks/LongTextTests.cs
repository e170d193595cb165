using ReportGen.Checks;
using ReportGen.Model;

namespace ReportGen.Tests.Checks;

/// <summary>A million characters made to hurt: what would take hours if it grew with the square is done in a moment.</summary>
[Category("Slow")]
public sealed class LongTextTests
{
    private const int Characters = 1_000_000;

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
    public async Task A_long_text_is_read_to_its_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Characters / unit.Length));
        var report = TextReports.Of("", "");
        var blocks = report.Sections[0].Blocks.Add(new Block { Level = "body", Text = text, Location = report.Sections[0].Blocks[0].Location });
        var big = report with { Sections = report.Sections.SetItem(0, report.Sections[0] with { Blocks = blocks }) };

        await Task.Run(() => ReportChecker.Check(big, TextReports.Kind(), new CheckOptions())).WaitAsync(TimeSpan.FromMinutes(3));
    }
}
