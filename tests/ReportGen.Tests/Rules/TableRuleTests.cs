using System.Globalization;
using System.Text.RegularExpressions;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Rules;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Rules;

/// <summary>Every rule over tables, with figures that obey it and figures that break it.</summary>
public sealed class TableRuleTests
{
    [TestCaseSource(nameof(Cases))]
    public void A_report_that_obeys_the_rule_gives_no_finding(string edition, TableRuleCase rule)
    {
        Assert.That(TableReports.Check(edition, rule.Obey).Findings.Select(Shown), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_report_that_breaks_the_rule_gives_its_finding_and_no_other(string edition, TableRuleCase rule)
    {
        var (report, findings) = TableReports.Check(edition, rule.Break);

        var column = report.Table("t2")!.Find("licences", "decided")!.Column.Name;
        Assert.That(findings.Select(f => f.Id), Is.EqualTo(Enumerable.Repeat(rule.Rule, rule.Count)),
            string.Join('\n', findings.Select(Shown)));
        Assert.That((findings[0].Severity, $"{findings[0].Location}"),
            Is.EqualTo((rule.Severity, TableReports.Place(report, rule.At))));
        Assert.That(findings[0].Message.Chinese, Is.EqualTo(string.Format(CultureInfo.InvariantCulture, rule.Chinese, column)));
        Assert.That(findings[0].Message.English, Is.EqualTo(string.Format(CultureInfo.InvariantCulture, rule.English, column)));
        Assert.That(findings.Select(f => f.Remedy), Has.All.Not.Null);
    }

    [Test]
    public void Every_rule_has_a_case_in_every_edition()
    {
        foreach (var edition in Forms.Editions.Select(e => e.Edition))
        {
            var ruled = TableReports.Rules(edition).Rules.Select(c => c.Id).Distinct();
            Assert.That(Cases().Where(c => (string)c[0] == edition).Select(c => ((TableRuleCase)c[1]).Rule).Distinct(),
                Is.EquivalentTo(ruled));
        }
    }

    [TestCase("2019")]
    [TestCase("2021")]
    public void A_report_of_zeros_gives_no_finding(string edition)
    {
        foreach (var figures in new[] { "", "previous.t3.r1.P=0", "category=乡镇街道", "category=人民政府 agency=某某县人民政府", "category=" })
            Assert.That(TableReports.Check(edition, figures, Strictly).Findings.Select(Shown), Is.Empty, figures);
    }

    [Test]
    public void A_single_line_for_other_results_is_distinguished_from_a_missing_label()
    {
        var kind = TableReports.Kind("2021");
        var workbook = new WorkbookOpener().Open(StandardWorkbookWriter.Write(kind, Forms.Zeros(kind)), "某局.xlsx").Workbook!;
        var read = Forms.Reader.Read(workbook with
            { Sheets = [.. workbook.Sheets.Select(s => s.Name == "三、依申请公开" ? WithOldLine(s) : s)] });

        var findings = ReportChecker.Check(read.Value!, TableReports.Rules("2021"), new CheckOptions(), read.Diagnostics);

        Assert.That(findings.Select(f => (f.Id, f.Severity, $"{f.Location}")), Is.EqualTo(new[]
        {
            ("T3-07", Severity.Error, "某局.xlsx › 三、依申请公开!C24"), ("T3-06", Severity.Warning, "某局.xlsx › 三、依申请公开!B25"),
        }));
    }

    /// <summary>Merges rows 25 to 27, the items of （六）, into one row, as in the form of 2019.</summary>
    private static RawSheet WithOldLine(RawSheet sheet)
    {
        var cells = sheet.Cells.Where(c => c.Address.Row is not (26 or 27) && c.Address != new CellAddress(25, 3))
            .Select(c => c.Address.Row > 27 ? c with { Address = new CellAddress(c.Address.Row - 2, c.Address.Column) } : c);
        return new RawSheet(sheet.Name, cells, sheet.Merges.Where(m => m.Last.Row < 25), sheet.IsHidden);
    }

    [Test]
    public void Last_years_report_replaces_figures_missing_in_the_workbook()
    {
        var previous = TableReports.Read("2021", "year=2024 t3.r1.P=3 t3.r4.P=3");
        var options = new CheckOptions { Previous = previous };

        Assert.That(TableReports.Check("2021", "t3.r2.P=5 t3.a.P=5", options).Findings.Select(f => f.Id),
            Is.EqualTo(new[] { "T3-05" }));
        Assert.That(TableReports.Check("2021", "t3.r2.P=3 t3.a.P=3", options).Findings.Select(f => f.Id), Is.Empty);
        Assert.That(TableReports.Check("2021", "previous.t3.r4.P=5 previous.t3.r1.P=5 t3.r2.P=5 t3.a.P=5", options).Findings
            .Select(f => f.Id), Is.Empty, "the workbook's own figures go first");
    }

    [Test]
    public void Last_years_report_may_have_last_years_form()
    {
        var previous = TableReports.Read("2019", "year=2020 t3.r1.P=3 t3.r4.P=3 t2.documents.valid=16");
        var (_, findings) = TableReports.Check("2021", "year=2021 t3.r2.P=5 t3.a.P=5 t2.documents.valid=99",
            new CheckOptions { Previous = previous });

        Assert.That(findings.Select(f => f.Message.Chinese), Is.EqualTo(new[] { "上年结转与上年度报告不衔接：上年结转 5 ≠ 上年 四、结转下年度继续办理 3。" }));
    }

    [TestCase(CheckProfile.Default, "T2-02 Warning, T3-09 Information, T3-01 Error")]
    [TestCase(CheckProfile.Strict, "T2-02 Error, T3-09 Warning, T3-01 Error")]
    [TestCase(CheckProfile.Minimal, "T3-01 Error")]
    public void The_profile_determines_the_severity(CheckProfile profile, string expected)
    {
        var (_, findings) = TableReports.Check("2021",
            "previous.t2.documents.valid=5 t2.documents.valid=6 t3.r1.P=201 t3.a.P=201 t3.a.T=200",
            new CheckOptions { Profile = profile });

        Assert.That(string.Join(", ", findings.Select(f => $"{f.Id} {f.Severity}")), Is.EqualTo(expected));
    }

    [Test]
    public void An_error_of_reading_stays_an_error_under_every_profile()
    {
        var kind = TableReports.Kind("2021");
        var file = Path.Combine(kind.Folder, TableReports.RuleFile);
        var text = Regex.Replace(File.ReadAllText(file), @"(?<=\n    kind: reader\n    severity: )\w+", "off");
        var findings = new List<Diagnostic>();
        var rules = RuleCatalog.Read(kind with { RuleFiles = [YamlReader.Read(file, text, findings)!] });
        Assert.That(findings, Is.Empty);
        Assert.That(rules.Rules.OfType<ReaderFindingRule>().Select(r => r.Header.Severity.Default), Is.Not.Empty.And.All.Null);
        var (report, _) = TableReports.Check("2021", "");
        var unreadable = new Diagnostic { Id = "workbook.empty-cell", Severity = Severity.Error, Message = LocalizedText.Same(""),
            Form = new FormPlace("t3") };

        Assert.That(ReportChecker.Check(report, rules, new CheckOptions(), [unreadable]), Is.EqualTo(new[] { unreadable }));
        Assert.That(ReportChecker.Check(report, rules, new CheckOptions(), [unreadable with { Severity = Severity.Warning }]),
            Is.Empty);
    }

    [Test]
    public void Findings_of_last_years_tables_are_assigned_to_no_rule_of_this_year()
    {
        var (_, findings) = TableReports.Check("2021", "previous.t3.r1.P=1 previous.t3.a.P=2 previous.t3.a.T=9");

        Assert.That(findings.Select(f => (f.Id, f.Severity)), Is.EqualTo(new[] { ("workbook.total-differs", Severity.Warning) }));
    }

    [Test]
    public void An_accepted_finding_is_not_reported_again_until_its_figures_change()
    {
        const string Errors = "t3.r1.P=3 t3.a.P=3 t3.r1.T=4 t4.review.upheld=1";
        var accepted = AcceptedFindings.Of(TableReports.Check("2021", Errors).Findings, "核对过");

        Assert.That(accepted.Apply(TableReports.Check("2021", Errors).Findings).Remaining, Is.Empty);
        Assert.That(accepted.Apply(TableReports.Check("2021", Errors.Replace("T=4", "T=5", StringComparison.Ordinal)).Findings)
            .Remaining.Select(f => f.Id), Is.EqualTo(new[] { "T3-01" }));
    }

    public static IEnumerable<object[]> Cases() =>
        from rule in TableRuleCases.All from edition in rule.Editions select new object[] { edition, rule };

    private static CheckOptions Strictly => new() { Profile = CheckProfile.Strict };

    private static string Shown(Diagnostic finding) =>
        $"{finding.Id} {finding.Severity} {finding.Location}: {finding.Message.Chinese}";
}
