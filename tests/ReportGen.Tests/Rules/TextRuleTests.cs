using ReportGen.Bindings;
using ReportGen.Diagnostics;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;

namespace ReportGen.Tests.Rules;

/// <summary>
/// Every rule over text has a report that obeys it and one that breaks it; correct texts that look wrong give no finding.
/// </summary>
public sealed class TextRuleTests
{
    /// <summary>Suggestions to bind a number are ignored; they come with every correct number.</summary>
    private const string Offer = "N-06";

    [TestCaseSource(typeof(TextRuleCase), nameof(TextRuleCase.All))]
    public void A_report_that_obeys_the_rule_gives_no_finding(TextRuleCase rule)
    {
        Assert.That(Found($"{rule.Settings} {rule.ObeyedBy}", rule.Obey, rule.Rule).Select(Shown), Is.Empty);
    }

    [TestCaseSource(typeof(TextRuleCase), nameof(TextRuleCase.All))]
    public void A_report_that_breaks_the_rule_gives_its_finding(TextRuleCase rule)
    {
        var found = Found($"{rule.Settings} {rule.BrokenBy}", rule.Break, rule.Rule);
        var own = found.FirstOrDefault(f => f.Id == rule.Rule);

        Assert.That(found.Except([own]).Select(f => f!.Id),
            Is.EqualTo(rule.Also.Split(' ', StringSplitOptions.RemoveEmptyEntries)), string.Join('\n', found.Select(Shown)));
        Assert.That(own?.Severity.ToString().ToLowerInvariant(), Is.EqualTo(rule.Severity));
        Assert.That(Shown(own!), Is.EqualTo(rule.Finding));
        Assert.That(own!.Remedy, Is.Not.Null);
    }

    [TestCaseSource(nameof(Traps))]
    public void A_correct_text_that_looks_wrong_gives_no_finding(string settings, string text)
    {
        Assert.That(Found(settings, text, "").Select(Shown), Is.Empty);
    }

    [Test]
    public void Every_rule_over_text_has_a_case()
    {
        Assert.That(TextRuleCase.All().Select(c => c.Rule).Distinct().Append("S-10"),
            Is.EquivalentTo(TextReports.Rules().Rules.Select(c => c.Id).Distinct()));
    }

    [Test]
    public void The_editions_have_the_same_rules()
    {
        static IEnumerable<string> Rules(string edition) =>
            TextReports.Rules(edition).Rules.Select(c => c.Id).Distinct().Order(StringComparer.Ordinal);

        Assert.That(Rules("2019"), Is.EqualTo(Rules("2021")));
    }

    [TestCase("依据国办公开办函〔2019〕60号。", "")]
    [TestCase("依据国办公开办函〔2021〕30号。", "N-08")]
    [TestCase("废止规范性文件3件，行政事业性收费3万元。", "")]
    [TestCase("作其他处理3件。", "T3-10")]
    public void The_edition_of_2019_has_its_own_format_and_figures(string text, string rule)
    {
        var found = Found("edition=2019 year=2019 published=2020-01-20",
            $"引言> 根据《条例》，统计期限自2019年1月1日至2019年12月31日。电话：010-12345。\n{text}", "");

        Assert.That(string.Join(' ', found.Select(f => f.Id)), Is.EqualTo(rule));
    }

    [TestCase("办结申请24件。", "24", "{{ 表三.总计.总计 - 表三.上年结转.总计 }}")]
    [TestCase("收办申请29件。", "29", "{{ 表三.本年新收.总计 + 表三.上年结转.总计 }}")]
    public void An_offered_reference_has_the_value_of_the_number(string text, string number, string reference)
    {
        const string figures = "t3.r1.P=26 t3.r2.P=3 t3.a.P=27 t3.r4.P=2";

        var offered = TextReports.Check(figures, text).Where(f => f.Id == Offer).Select(f => f.Remedy!.Chinese).ToArray();
        var pasted = TextReports.Check(figures, text.Replace(number, reference, StringComparison.Ordinal));

        Assert.That(offered, Has.Some.Contains(reference), string.Join('\n', offered));
        Assert.That(pasted.Select(Shown), Is.Empty);
    }

    [Test]
    public void A_text_copied_from_last_year_is_reported()
    {
        var words = "全年组织培训，完善目录，规范流程，拓宽渠道，回应关切，各科室按时限提供信息，专人审核后发布，群众满意。";
        var text = string.Concat(Enumerable.Range(1, 6).Select(i => $"{words}第{i}季度检查{i * 7}次。"));
        var report = TextReports.Of("", text);
        var previous = TextReports.Of("year=2024", text.Replace("7次", "9次", StringComparison.Ordinal));

        var found = ReportChecker.Check(report, TextReports.Rules(), new CheckOptions { Previous = previous });

        Assert.That(found.Where(f => f.Id == "S-10").Select(Shown), Is.EqualTo(new[]
        {
            "某局.xlsx › 一、总体情况\n文字有 100% 与上年相同（数字不计），超过 50%。\n100% of the text is the same as last year's (ignoring numbers); the "
                + "limit is 50%.",
        }));
        Assert.That(
            ReportChecker.Check(report, TextReports.Rules(), new CheckOptions { Previous = TextReports.Of("year=2024", "加强管理。") })
                .Where(f => f.Id == "S-10"), Is.Empty);
    }

    [TestCase(CheckProfile.Default, "N-09 Warning, N-01 Error")]
    [TestCase(CheckProfile.Strict, "N-09 Error, N-01 Error")]
    [TestCase(CheckProfile.Minimal, "N-01 Error")]
    public void The_profile_determines_the_severity(CheckProfile profile, string expected)
    {
        var found = TextReports.Check("", "重大政策的的出台，共发布20条，其中通知30条。", profile);

        Assert.That(string.Join(", ", found.Select(f => $"{f.Id} {f.Severity}")), Is.EqualTo(expected));
    }

    [Test]
    public void An_unfinished_report_gets_findings_about_what_is_missing()
    {
        var blank = Forms.Read(
            ReportGen.Workbooks.Writing.StandardWorkbookWriter.Write(TextReports.Kind(), Forms.Zeros(TextReports.Kind()))).Value!;

        var found = ReportChecker.Check(blank, TextReports.Rules(), new CheckOptions { Bound = ProseBinder.Bind(blank).Value });

        Assert.That(found.Select(f => f.Id).Distinct(), Is.EqualTo(new[] { "N-09", "S-03" }),
            string.Join('\n', found.Select(Shown)));
    }

    public static IEnumerable<object[]> Traps() => TextRuleCase.Traps().Select(t => new object[] { t.Settings, t.Text });

    private static Diagnostic[] Found(string settings, string text, string rule) =>
        [.. TextReports.Check(settings, text).Where(f => f.Id != Offer || rule == Offer)];

    /// <summary>The quotation with its mark, or the place, and the message in both languages.</summary>
    private static string Shown(Diagnostic finding)
    {
        var place = finding.Quotation is { Text: var text, Mark: var mark }
            ? $"{text[..mark.Start]}【{text.Substring(mark.Start, mark.Length)}】{text[mark.End..]}" : $"{finding.Location}";
        return $"{place}\n{finding.Message.Chinese}\n{finding.Message.English}";
    }
}
