using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class BuildCommandTests
{
    [Test]
    public void A_sound_workbook_becomes_three_files()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "Corner <Shop>"), "-o", kind["out"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var files = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(files.Select(Path.GetExtension), Is.EqualTo(new[] { ".pdf", ".html", ".md" }));
        Assert.That(File.ReadAllBytes(files[0]).AsSpan().StartsWith("%PDF-"u8), Is.True);
        Assert.That(File.ReadAllText(files[1]), Does.Contain("<h1>Report of Corner &lt;Shop&gt;</h1><p>3</p>"));
    }

    [Test]
    public void A_report_with_errors_is_not_published_and_the_others_are()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A", apples: null), kind.Workbook("b.xlsx", "B"), "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EquivalentTo(new[] { kind["out", "B", "Report of B.md"], kind["out", "A", "Report of A-退回单.xlsx"] }));
        Assert.That(run.Error, Does.Contain("workbook.empty-cell").And.Contain("2 in all: 1 built, 0 unchanged, 1 returned, 0 failed."));
        Assert.That(Directory.GetFiles(kind["out"], "*.md", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_single_report_with_errors_ends_with_the_code_for_data()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A", apples: null), "-o", kind["out"], "--formats", "html");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, kind["out", "A", "Report of A-退回单.xlsx"] + "\n")));
    }

    [Test]
    public void What_has_not_changed_is_not_built_again_unless_forced()
    {
        using var kind = new ToyKind();
        string[] build = ["build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "html,md"];
        Assert.That(kind.Run(build).Error, Does.StartWith("built  "));
        var again = kind.Run(build);
        Assert.That((again.Error, again.Output.Split('\n').Length), Is.EqualTo(($"unchanged  {kind["a.xlsx"]}\n", 3)));
        Assert.That(kind.Run([.. build, "--force"]).Error, Does.StartWith("built  "));
    }

    [TestCase("workbook")]
    [TestCase("template")]
    [TestCase("output")]
    public void Whatever_the_result_depends_on_makes_it_anew(string what)
    {
        using var kind = new ToyKind();
        string[] build = ["build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md"];
        kind.Run(build);
        if (what == "workbook") kind.Workbook("a.xlsx", "A", apples: 4);
        if (what == "template") kind.WriteTemplate("report.sbn-md", "other");
        if (what == "output") File.Delete(kind["out", "A", "Report of A.md"]);
        Assert.That(kind.Run(build).Error, Does.StartWith("built  "));
    }

    [Test]
    public void A_mistake_in_a_template_names_its_place()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-md", "ok\n{{ titel }}\n");
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("report.sbn-md(2,4)"));
    }

    [Test]
    public void Two_workbooks_never_write_the_same_file()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "Same"), kind.Workbook("b.xlsx", "Same", apples: 9), "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("command.same-output"));
    }

    [Test]
    public void An_output_folder_that_is_a_file_is_a_fault_of_the_environment()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["out"], "");
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Error, Does.Contain("environment.cannot-write"));
    }
}
