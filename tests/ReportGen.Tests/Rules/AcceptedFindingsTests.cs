using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Tests.Rules;

/// <summary>Accepted findings are recorded once, not reported again, and never apply to other findings.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AcceptedFindingsTests
{
    private static Diagnostic Finding(
        string id, string cell = "B2", string message = "总计 12 ≠ 11。", Severity severity = Severity.Error) => new()
    {
        Id = id,
        Severity = severity,
        Location = new CellLocation { File = "a.xlsx", Sheet = "表",
            Address = CellAddress.TryParse(cell, out var at) ? at : default },
        Message = new(message, "12 ≠ 11."),
    };

    [Test]
    public void An_accepted_finding_is_removed_with_its_reason()
    {
        var applied = AcceptedFindings.Of([Finding("T3-01")], "合并单位").Apply([Finding("T3-01"), Finding("T3-02")]);
        Assert.That(applied.Remaining.Select(f => f.Id), Is.EqualTo(new[] { "T3-02" }));
        Assert.That(applied.Accepted.Select(a => (a.Finding.Id, a.Reason)), Is.EqualTo(new[] { ("T3-01", "合并单位") }));
        Assert.That(applied.Lapsed, Is.Empty);
    }

    [TestCase("T3-02", "B2", "总计 12 ≠ 11。")]
    [TestCase("T3-01", "B3", "总计 12 ≠ 11。")]
    [TestCase("T3-01", "B2", "总计 13 ≠ 11。")]
    public void Another_rule_place_or_figure_is_not_accepted(string id, string cell, string message)
    {
        var applied = AcceptedFindings.Of([Finding("T3-01")], "理由").Apply([Finding(id, cell, message)]);
        Assert.That((applied.Remaining.Length, applied.Accepted.Length), Is.EqualTo((1, 0)));
        Assert.That(applied.Lapsed.Select(l => l.Id), Is.EqualTo(new[] { "T3-01" }));
    }

    [Test]
    public void An_acceptance_applies_to_its_body_only()
    {
        var baseline = AcceptedFindings.Of([Finding("T3-01")], "理由", "甲局");
        Assert.That(baseline.Apply([Finding("T3-01")], "甲局").Accepted, Has.Length.EqualTo(1));
        var other = baseline.Apply([Finding("T3-01")], "乙局");
        Assert.That((other.Accepted.Length, other.Remaining.Length, other.Lapsed.Length), Is.EqualTo((0, 1, 0)));
    }

    [TestCase("T3-01", Severity.Error, true)]
    [TestCase("workbook.spare-sheet", Severity.Warning, true)]
    [TestCase("workbook.not-a-number", Severity.Error, false)]
    [TestCase("prose.unknown-name", Severity.Error, false)]
    public void Errors_of_reading_a_workbook_cannot_be_accepted(string id, Severity severity, bool may)
    {
        var finding = Finding(id, severity: severity);
        Assert.That(AcceptedFindings.MayAccept(finding), Is.EqualTo(may));
        Assert.That(AcceptedFindings.Of([finding], "理由").Findings, Has.Length.EqualTo(may ? 1 : 0));
        var byHand = new AcceptedFindings([new AcceptedFinding(id, "表!B2", AcceptedFindings.HashOf(finding), "理由")]);
        Assert.That(byHand.Apply([finding]).Accepted, Has.Length.EqualTo(may ? 1 : 0));
    }

    [TestCase("三、依申请公开!B7=0", "T3-06", TestName = "a missing row")]
    [TestCase("三、依申请公开!C25=0", "T3-07", TestName = "a missing row of a rule of its own")]
    [TestCase("三、依申请公开!D3=0", "T3-06", TestName = "a missing column")]
    [TestCase("三、依申请公开!D5=", "T3-04", TestName = "an empty cell")]
    [TestCase("三、依申请公开!D5= 三、依申请公开!D6=", "T3-04", TestName = "an empty range")]
    [TestCase("二、主动公开!B15=251000元", "T2-01", TestName = "words in place of a number")]
    [TestCase("四、复议诉讼!A5=/", "T4-02", TestName = "a stroke in place of a number")]
    public void What_keeps_content_from_being_read_cannot_be_accepted_under_any_rule(string change, string rule)
    {
        var finding = TableReports.Check("2021", change).Findings.First(f => f.Severity == Severity.Error);
        Assert.That((finding.Id, finding.LosesContent, AcceptedFindings.MayAccept(finding)), Is.EqualTo((rule, true, false)));
        Assert.That(AcceptedFindings.Of([finding], "理由").Findings, Is.Empty);
        var byHand = new AcceptedFindings(
            [new AcceptedFinding(rule, finding.Location!.Place, AcceptedFindings.HashOf(finding), "理由")]);
        Assert.That(byHand.Apply([finding]).Remaining, Has.Length.EqualTo(1));
    }

    [TestCase("t3.r1.P=3 t3.a.P=3 t3.r1.T=4", "T3-01")]
    [TestCase("t3.r1.P=3", "T3-02")]
    [TestCase("t2.licences.decided=-1", "T2-01")]
    public void What_was_read_can_be_accepted(string figures, string rule)
    {
        var finding = TableReports.Check("2021", figures).Findings.Single(f => f.Severity == Severity.Error);
        Assert.That((finding.Id, AcceptedFindings.MayAccept(finding)), Is.EqualTo((rule, true)));
    }

    [TestCase("机构合并，已核实")]
    [TestCase("it's \"so\": # not a comment\n- nor a list\t\\u0041")]
    [TestCase("𠮷𝄞 {a} [b] *c &d !e %f @g `h |i >j")]
    [TestCase("\u0001\u0085\u2028\ufeff", TestName = "characters that end a line or do not print")]
    public void A_written_list_is_read_back(string text)
    {
        using var folder = new TemporaryFolder();
        var written = new AcceptedFindings(
            [new AcceptedFinding("T3-01", $"{text}!B2", "0123456789abcdef", text) { Body = text }]);
        File.WriteAllText(folder.Combine("a.yaml"), written.Write());
        var findings = new List<Diagnostic>();
        var read = AcceptedFindings.Read(folder.Combine("a.yaml"), findings);
        Assert.That(findings.Select(f => f.Message.English), Is.Empty);
        Assert.That(read!.Findings, Is.EqualTo(written.Findings));
    }

    [Test]
    public void An_empty_list_is_valid()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a.yaml"), new AcceptedFindings([]).Write());
        Assert.That(AcceptedFindings.Read(folder.Combine("a.yaml"), [])!.Findings, Is.Empty);
    }

    [TestCase("accepted:\n  - { id: T3-01, hash: 'a', reason: ' ' }\n", "baseline.no-reason")]
    [TestCase("accepted:\n  - { id: T3-01, hash: 'a' }\n", "yaml.missing-key")]
    [TestCase("accepted:\n  - { id: T3-01, hash: 'a', reason: b, why: c }\n", "yaml.unknown-key")]
    public void A_list_with_an_error_is_rejected(string text, string id)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a.yaml"), text);
        var findings = new List<Diagnostic>();
        Assert.That(AcceptedFindings.Read(folder.Combine("a.yaml"), findings), Is.Null);
        Assert.That(findings.Select(f => f.Id), Does.Contain(id));
        Assert.That(findings[0].Location, Is.InstanceOf<TextLocation>());
    }
}
