using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen.Tests.Rules.Text;

/// <summary>
/// The rule counts runs of eight characters: a text of n characters has n - 7. It asks for 200 of them, and for no more than
/// half that were in last year's text.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class SimilarityRuleTests
{
    private const int RunsBeyondLength = 7;

    [TestCase(200, 100, ExpectedResult = "", TestName = "just half is taken over")]
    [TestCase(200, 101, ExpectedResult = "50", TestName = "one run more than half is taken over")]
    [TestCase(400, 202, ExpectedResult = "50", TestName = "half a percent more than half is taken over")]
    [TestCase(199, 199, ExpectedResult = "", TestName = "one run too few to tell")]
    [TestCase(200, 200, ExpectedResult = "100", TestName = "as many runs as are needed to tell")]
    [TestCase(200, 0, ExpectedResult = "", TestName = "nothing is taken over")]
    public string The_share_that_is_told(int runs, int taken)
    {
        var text = Text(runs + RunsBeyondLength);
        var report = WithText("", text);
        var previous = WithText("year=2024", taken == 0 ? "加强管理。" : text[..(taken + RunsBeyondLength)]);
        var found = ReportChecker.Check(report, TextReports.Rules(), new CheckOptions { Previous = previous })
            .Where(f => f.Id == "S-10");
        return string.Join(' ', found.Select(f => f.Message.Chinese.Split(' ')[1].TrimEnd('%')));
    }

    /// <summary>A text of that many characters, each another one, none of them a number or punctuation.</summary>
    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)(0x6000 + i)));

    private static Report WithText(string settings, string text)
    {
        var report = TextReports.Of(settings, "");
        var block = report.Sections.SelectMany(s => s.Blocks).First() with { Level = "body", Text = text };
        return report with { Sections = [.. report.Sections.Select((s, i) => s with { Blocks = i == 0 ? [block] : [] })] };
    }
}
