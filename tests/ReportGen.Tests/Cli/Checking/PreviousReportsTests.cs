using System.Text.Json;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Cli.Checking;

/// <summary>Last year's report: found by body and year, refused if it is for another year.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PreviousReportsTests
{
    private static readonly string s_templates = Path.Combine(RepositoryFiles.Root, "templates");

    private static string Example(string start) =>
        ExampleFiles.Publishable().Select(ExampleFiles.WorkbookOf)
            .Single(f => Path.GetFileName(f).StartsWith(start, StringComparison.Ordinal));

    private static (int Code, string[] Ids, string Error) Check(params string[] arguments)
    {
        var run = CliRun.Of(["check", .. arguments, "--templates", s_templates, "--format", "json"]);
        if (run.Output.Length == 0) return (run.ExitCode, [], run.Error);
        using var json = JsonDocument.Parse(run.Output);
        return (run.ExitCode, [.. json.RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(f => f.GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("id").GetString()!)],
            run.Error);
    }

    [Test]
    public void The_previous_report_of_the_same_body_is_compared()
    {
        var (_, ids, error) = Check(Example("suqian-2024"), "--previous", Example("suqian-2023"));
        Assert.That(ids, Has.None.StartsWith("previous."));
        Assert.That(error, Is.Empty);
    }

    [Test]
    public void A_report_of_another_year_is_refused()
    {
        var (code, ids, _) = Check(Example("suqian-2023"), "--previous", Example("suqian-2024"));
        Assert.That((code, ids.Contains("previous.other-year")), Is.EqualTo((1, true)));
    }

    [Test]
    public void A_report_of_another_body_is_used_with_a_warning()
    {
        var (_, ids, _) = Check(Example("000-"), "--previous", Example("001-"));
        Assert.That(ids, Has.Some.EqualTo("previous.other-body").Or.Some.EqualTo("previous.other-year"));
    }

    [Test]
    public void In_a_folder_the_body_decides()
    {
        var (_, ids, _) = Check(Example("suqian-2024"), Example("001-"), "--previous", Path.Combine(ExampleFiles.Folder));
        Assert.That(ids.Count(i => i == "previous.not-found"), Is.EqualTo(1));
    }

    [Test]
    public void A_file_that_is_not_a_report_is_a_usage_error()
    {
        using var kind = new ToyKind();
        var (code, _, error) = Check(Example("suqian-2024"), "--previous", kind.Workbook("a.xlsx", "Shop"));
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("previous.no-report"));
        Assert.That(Check(Example("suqian-2024"), "--previous", kind["none.xlsx"]).Code, Is.EqualTo(2));
    }

    [Test]
    public void Build_compares_with_it_too_and_builds_again_when_it_changes()
    {
        using var folder = new TemporaryFolder();
        string[] build = ["build", Example("suqian-2023"), "-o", folder.Combine("out"), "--formats", "md", "--templates",
            s_templates];
        Assert.That(CliRun.Of(build).ExitCode, Is.Zero);
        var compared = CliRun.Of([.. build, "--previous", Example("suqian-2024")]);
        Assert.That((compared.ExitCode, compared.Error), Is.EqualTo((1, compared.Error)));
        Assert.That(compared.Error, Does.Contain("previous.other-year"));
        Assert.That(CliRun.Of([.. build, "--previous", folder.Combine("none.xlsx")]).ExitCode, Is.EqualTo(2));
        Assert.That(CliRun.Of([.. build, "--previous", ExampleFiles.Folder]).Error,
            Does.Contain("built").And.Not.Contain("unchanged"));
        Assert.That(CliRun.Of([.. build, "--previous", ExampleFiles.Folder]).Error, Does.Contain("unchanged"));
    }

    [Test]
    public void Watch_compares_with_it_too()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("in"));
        File.Copy(Example("001-"), folder.Combine("in", "a.xlsx"));
        string[] watch = ["watch", folder.Combine("in"), "-o", folder.Combine("out"), "--formats", "md", "--once", "--format",
            "json", "--templates", s_templates];
        Assert.That(CliRun.Of([.. watch, "--previous", folder.Combine("none.xlsx")]).ExitCode, Is.EqualTo(2));
        Assert.That(CliRun.Of([.. watch, "--previous", ExampleFiles.Folder]).Output, Does.Contain("previous.not-found"));
    }
}
