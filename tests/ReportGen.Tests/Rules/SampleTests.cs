using System.Collections.Immutable;
using System.Text;
using ReportGen.Bindings;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Rules;

/// <summary>The findings of all rules about the real reports of <c>examples/</c> are approved, in both languages.</summary>
public sealed class SampleTests
{
    private static string Folder => Path.Combine(RepositoryFiles.Root, "tests/ReportGen.Tests/Rules/Samples");

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Sources))]
    public void The_findings_of_a_sample_are_those_approved(string source)
    {
        Approval.Check(Path.Combine(Folder, Path.GetFileNameWithoutExtension(source) + ".txt"), Shown(Findings(source)));
    }

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Publishable))]
    public void A_corrected_sample_has_no_error(string source)
    {
        Assert.That(Findings(source).Where(f => f.Severity == Severity.Error).Select(f => $"{f.Id} {f.Message.Chinese}"),
            Is.Empty);
    }

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Sources))]
    public void A_quotation_equals_the_text_at_its_place(string source)
    {
        var report = Read(source).Value!;
        var texts = report.Sections.SelectMany(s => s.Blocks).Select(b => (b.Location, b.Text))
            .Concat(report.Fields.Select(f => (f.Location, f.Text))).Where(t => t.Location is not null)
            .ToDictionary(t => (t.Location!.Sheet, t.Location.Address), t => t.Text);

        foreach (var finding in Findings(source).Where(f => f.Quotation is not null))
        {
            var place = (CellLocation)finding.Location!;
            var (quoted, mark) = (finding.Quotation!.Text, finding.Quotation.Mark);
            Assert.That(quoted.Substring(mark.Start, mark.Length),
                Is.EqualTo(texts[(place.Sheet, place.Address)].Substring(place.Span!.Value.Start, place.Span.Value.Length)
                    .Replace('\n', ' ')), finding.Id);
        }
    }

    [Test]
    public void Last_years_report_gives_the_same_findings_as_its_figures_in_the_workbook()
    {
        const string Source = "annual-disclosure/source/as-published/suqian-2024-宿迁市-as-published.yaml";
        var previous = Read("annual-disclosure/source/suqian-2023-宿迁市.yaml").Value!;
        var read = Read(Source);
        var alone = read with { Value = read.Value! with { Previous = [] } };

        Assert.That(Ids(Check(alone, previous)), Is.EqualTo(Ids(Check(read, null))));
        Assert.That(Ids(Check(alone, previous)), Does.Contain("N-03").And.Not.Contains("S-10"));
        Assert.That(Ids(Check(alone, null)), Does.Not.Contain("N-03"));
    }

    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> findings) =>
        findings.Select(f => f.Id).Where(i => !i.StartsWith("workbook.", StringComparison.Ordinal));

    private static ImmutableArray<Diagnostic> Findings(string source) => Check(Read(source), null);

    private static Outcome<Report> Read(string source)
    {
        var opened = new WorkbookOpener().Open(ExampleFiles.WorkbookOf(source));
        return Forms.Reader.Read(opened.Workbook!);
    }

    private static ImmutableArray<Diagnostic> Check(Outcome<Report> read, Report? previous)
    {
        var report = read.Value!;
        var bound = ProseBinder.Bind(report);
        var options = new CheckOptions { Bound = bound.Value, Previous = previous };
        return [.. bound.Diagnostics, .. ReportChecker.Check(report, Forms.Rules(report.Edition), options, read.Diagnostics)];
    }

    private static string Shown(ImmutableArray<Diagnostic> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            text.Append($"{finding.Severity} {finding.Id} {Place(finding.Location)}\n");
            if (finding.Quotation is { Text: var quoted, Mark: var mark })
                text.Append($"  │ {quoted[..mark.Start]}【{quoted.Substring(mark.Start, mark.Length)}】{quoted[mark.End..]}\n");
            text.Append($"  {finding.Message.Chinese}\n  {finding.Message.English}\n");
            if (finding.Remedy is { } remedy) text.Append($"  → {remedy.Chinese}\n  → {remedy.English}\n");
            if (!finding.Related.IsEmpty)
            {
                text.Append(
                    $"  · {string.Join(' ', finding.Related.Take(6).Select(Place))}{(finding.Related.Length > 6 ? " …" : "")}\n");
            }

            text.Append('\n');
        }

        return text.Length == 0 ? "Nothing found.\n" : text.ToString();
    }

    /// <summary>Sheet, cell and characters, without the file.</summary>
    private static string Place(SourceLocation? location) => location switch
    {
        CellLocation { Span: { } span } cell => $"{cell.Sheet}!{cell.Address}[{span.Start}..{span.End}]",
        CellLocation cell => $"{cell.Sheet}!{cell.Address}",
        SheetLocation sheet => sheet.Sheet,
        _ => "",
    };
}
