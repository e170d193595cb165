using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class KindCommandTests
{
    [TestCase(Language.Chinese, "信访统计", "示例.xlsx", "示例单位")]
    [TestCase(Language.English, "cases", "example.xlsx", "Example unit")]
    public void A_new_kind_works_at_once_with_the_shared_templates_of_the_program(
        Language language, string name, string example, string body)
    {
        using var folder = new TemporaryFolder();
        var templates = folder.Combine("own", "kinds");
        var made = CliRun.In(language, "kind", "new", name, "--templates", templates);
        Assert.That((made.ExitCode, made.Output), Is.EqualTo((0, Path.Combine(templates, name) + "\n")));
        Assert.That(Directory.GetFileSystemEntries(templates).Select(e => Path.GetFileName(e)), Is.EqualTo(new[] { name }));
        var workbook = Path.Combine(templates, name, example);

        Assert.That(CliRun.In(language, "kinds", "--templates", templates),
            Has.Property("ExitCode").Zero.And.Property("Error").Empty);
        Assert.That(CliRun.In(Language.English, "check", workbook, "--templates", templates).Output, Does.Contain("no findings"));
        var build = CliRun.In(
            language, "build", workbook, "-o", folder.Combine("out"), "--formats", "html,md", "--templates", templates);
        Assert.That(build.ExitCode, Is.Zero, build.Error);
        var page = File.ReadAllText(Directory.GetFiles(folder.Combine("out", body), "*.html").Single());
        Assert.That(page, Does.Contain("119").And.Contain("<table").And.Contain(name));
        Assert.That(page, Does.Contain(language == Language.Chinese ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"));
        Assert.That(RuleCatalog.LoadKinds(templates).Value!.Find(name, null)!.Language, Is.EqualTo(language));
    }

    [Test]
    public void Its_rule_and_its_returned_workbook_are_in_its_language()
    {
        using var folder = new TemporaryFolder();
        CliRun.In(Language.Chinese, "kind", "new", "统计", "--templates", folder.Combine("kinds"));
        var blank = folder.Combine("a.xlsx");
        CliRun.Of("new", "统计", "--agency", "甲", "--year", "2025", "-o", blank, "--templates", folder.Combine("kinds"));
        var run = CliRun.Of("build", blank, "-o", folder.Combine("out"), "--templates", folder.Combine("kinds"));
        Assert.That(run.Error, Does.Contain("The cell is empty").Or.Contain("empty"), "the terminal speaks English");
        var list = new ReportGen.Workbooks.Reading.WorkbookOpener().Open(
            Directory.GetFiles(folder.Combine("out", "甲"), "*.xlsx").Single()).Workbook!.Sheets[0];
        Assert.That(list.Cells.Select(c => c.Text), Has.Some.EqualTo("错误").And.None.EqualTo("error"));
    }

    [Test]
    public void A_kind_that_exists_is_not_changed()
    {
        using var folder = new TemporaryFolder();
        CliRun.Of("kind", "new", "cases", "--templates", folder.Path);
        File.WriteAllText(folder.Combine("cases", "1", "kind.yaml"), "mine");
        var run = CliRun.Of("kind", "new", "cases", "--templates", folder.Path);
        Assert.That((run.ExitCode, run.Error.Contains("command.file-exists")), Is.EqualTo((2, true)));
        Assert.That(File.ReadAllText(folder.Combine("cases", "1", "kind.yaml")), Is.EqualTo("mine"));
    }

    [TestCase("../x")]
    [TestCase("_x")]
    [TestCase(".x")]
    [TestCase("a b")]
    [TestCase("1")]
    [TestCase("CON")]
    [TestCase("")]
    public void A_name_that_cannot_be_a_folder_everywhere_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.That(CliRun.Of("kind", "new", name, "--templates", folder.Combine("kinds")).ExitCode, Is.EqualTo(2));
        Assert.That(folder.Combine("kinds"), Does.Not.Exist);
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_an_environment_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("file"), "");
        Assert.That(CliRun.Of("kind", "new", "cases", "--templates", folder.Combine("file")).ExitCode, Is.EqualTo(6));
    }

    [Test]
    public void Without_new_the_help_is_shown() =>
        Assert.That(CliRun.Of("kind"), Has.Property("ExitCode").Zero.And.Property("Output").Contains("reportgen kind"));
}
