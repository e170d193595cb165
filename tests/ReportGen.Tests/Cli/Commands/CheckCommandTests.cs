using System.Text.Json;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Workbooks;
using ReportGen.Tests.Workbooks.Reading;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class CheckCommandTests
{
    [Test]
    public void A_workbook_without_findings_gives_one_line()
    {
        using var kind = new ToyKind();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Corner Shop"));
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "1 file checked, no findings.\n", "")));
    }

    [Test]
    public void A_workbook_in_the_old_format_is_checked_like_any_other()
    {
        var run = CliRun.Of("check", XlsReaderTests.File, "--templates", Path.Combine(RepositoryFiles.Root, "templates"));
        Assert.That((run.ExitCode, run.Output, run.Error), Is.EqualTo((0, "1 file checked, no findings.\n", "")));
    }

    [Test]
    public void Expressions_without_a_figure_add_to_its_finding_and_are_not_read_as_text_of_the_author()
    {
        using var folder = new TemporaryFolder();
        var (file, templates) = (folder.Combine("blank.xlsx"), Path.Combine(RepositoryFiles.Root, "templates"));
        Assert.That(CliRun.Of("new", "annual-disclosure", "--agency", "某某区民政局", "--year", "2025", "-o", file, "--templates",
            templates).ExitCode, Is.Zero);
        var run = CliRun.Of("check", file, "--templates", templates);
        Assert.That(run.Output, Does.Contain("The text refers to its figures in 4 places")
            .And.Not.Contain("prose.no-figure").And.Not.Contain("Wrong punctuation"));
    }

    [Test]
    public void An_error_is_reported_with_its_cell_and_stops_publication()
    {
        using var kind = new ToyKind();
        var run = kind.Run("check", kind.Workbook("a.xlsx", "Corner Shop", apples: null));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Match(@"error workbook\.empty-cell  a\.xlsx › Figures!B\d+\n").And
            .EndsWith("1 file checked: 1 error, 0 warnings, 0 notes.\n"));
    }

    [Test]
    public void A_folder_stands_for_the_workbooks_in_it()
    {
        using var kind = new ToyKind();
        kind.Workbook("inbox/b.xlsx", "B");
        kind.Workbook("inbox/deep/a.XLSX", "A");
        File.WriteAllText(kind["inbox", "~$b.xlsx"], "owner file");
        File.WriteAllText(kind["inbox", "notes.txt"], "");
        using var json = JsonDocument.Parse(kind.Run("check", kind["inbox"], kind["inbox", "b.xlsx"], "--format", "json").Output);
        Assert.That(json.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("file").GetString()),
            Is.EqualTo(new[] { kind["inbox", "b.xlsx"], kind["inbox", "deep", "a.XLSX"] }));
    }

    [Test]
    public void Documents_and_open_workbooks_in_a_folder_are_named()
    {
        using var kind = new ToyKind();
        kind.Workbook("inbox/a.xlsx", "A");
        File.WriteAllText(kind["inbox", "~$a.xlsx"], "owner file");
        File.WriteAllText(kind["inbox", "b.docx"], "");
        var run = kind.Run("check", kind["inbox"]);
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("command.not-a-workbook").And.Contain("command.open-elsewhere"));
    }

    [Test]
    public void A_file_that_is_not_a_workbook_is_a_finding_among_others()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["page.xlsx"], "<html></html>");
        Directory.CreateDirectory(kind["empty"]);
        var run = kind.Run("check", kind["page.xlsx"], kind["none.xlsx"], kind["empty"], kind.Workbook("a.xlsx", "A"));
        Assert.That(run.ExitCode, Is.EqualTo(2), "a path does not exist");
        Assert.That(run.Output, Does.Contain("file.html").And.Contain("file.missing").And.Contain("command.no-workbook").And
            .Contain("4 files checked: 3 errors"));
    }

    [Test]
    public void Sarif_is_json_with_one_result_for_each_finding()
    {
        using var kind = new ToyKind();
        using var json = JsonDocument.Parse(kind.Run("check", kind["none.xlsx"], "--format", "sarif").Output);
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single();
        Assert.That(result.GetProperty("ruleId").GetString(), Is.EqualTo("file.missing"));
    }

    [Test]
    public void Without_kinds_nothing_can_be_checked()
    {
        using var kind = new ToyKind();
        var run = CliRun.Of("check", kind.Workbook("a.xlsx", "A"), "--templates", kind["nowhere"]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("kind.no-templates-folder"));
    }
}
