using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class BuildCommandTests
{
    [Test]
    public void A_workbook_without_errors_becomes_three_files()
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
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A", apples: null), kind.Workbook("b.xlsx", "B"), "-o", kind["out"],
            "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EquivalentTo(new[] { kind["out", "B", "Report of B.md"], kind["out", "A", "Report of A-退回单.xlsx"],
                kind["out", "A", "Report of A-审核表.html"] }));
        Assert.That(run.Error,
            Does.Contain("workbook.empty-cell").And.Contain("2 in total: 1 built, 0 unchanged, 1 returned, 0 failed."));
        Assert.That(Directory.GetFiles(kind["out"], "*.md", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_single_report_with_errors_returns_the_exit_code_for_data()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A", apples: null), "-o", kind["out"], "--formats", "html");
        Assert.That((run.ExitCode, run.Output),
            Is.EqualTo((1, $"{kind["out", "A", "Report of A-退回单.xlsx"]}\n{kind["out", "A", "Report of A-审核表.html"]}\n")));
    }

    [Test]
    public void An_unchanged_report_is_not_built_again_unless_forced()
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
    public void A_change_of_anything_the_result_depends_on_builds_it_again(string what)
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
    public void An_error_in_a_template_names_its_location()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-md", "ok\n{{ titel }}\n");
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("report.sbn-md(2,4)"));
    }

    [TestCase("Same", "Same")]
    [TestCase("Case", "CASE")]
    [TestCase("a\u0301", "á")]
    public void Of_two_workbooks_for_the_same_file_the_one_saved_last_is_built(string one, string other)
    {
        using var kind = new ToyKind();
        string[] files = [kind.Workbook("b.xlsx", one), kind.Workbook("a.xlsx", other, apples: 9)];
        foreach (var (last, first, apples) in new[] { (files[0], files[1], "3"), (files[1], files[0], "9") })
        {
            File.SetLastWriteTimeUtc(first, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            File.SetLastWriteTimeUtc(last, new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
            var output = kind["out" + apples];
            var run = kind.Run("build", files[0], files[1], "-o", output, "--formats", "md");
            Assert.That(run.ExitCode, Is.EqualTo(5));
            Assert.That(run.Error,
                Does.Contain("built  " + last).And.Contain("failed  " + first).And.Contain("command.same-output"));
            Assert.That(File.ReadAllText(Directory.GetFiles(output, "*.md", SearchOption.AllDirectories).Single()),
                Does.Contain(apples));
        }
    }

    [Test]
    public void Names_that_are_invalid_in_a_file_system_give_distinct_folders()
    {
        using var kind = new ToyKind();
        string[] names = ["with space", "第1#中学", "a/b", "a\\b", "../up", "CON", "tail.", "tail", "index.html", ".reportgen",
            new string('长', 300), new string('长', 301)];
        var files = names.Select((name, i) => kind.Workbook($"{i:00}.xlsx", name)).ToArray();
        var run = kind.Run(["build", .. files, "-o", kind["out"], "--formats", "md"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Directory.GetFiles(kind["out"], "*.md", SearchOption.AllDirectories), Has.Length.EqualTo(names.Length));
        Assert.That(Directory.GetDirectories(kind["out"]).Select(Path.GetFileName),
            Is.SupersetOf(new[] { "with space", "第1＃中学", "a／b", "a＼b", "tail" }));
        Assert.That(Directory.GetFiles(kind["out"]).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "index.html", "ledger.json", "ledger.xlsx" }));
    }

    [TestCase("inbox/*.xlsx", "1 2")]
    [TestCase("inbox/**/*.xlsx", "1 2 3")]
    [TestCase("inbox/**", "1 2 3")]
    [TestCase("inbox/s?b/*", "3")]
    [TestCase("*/1.xlsx", "1")]
    public void A_pattern_that_the_shell_did_not_expand_is_expanded(string pattern, string expected)
    {
        using var kind = new ToyKind();
        foreach (var name in new[] { "inbox/1.xlsx", "inbox/2.xlsx", "inbox/sub/3.xlsx", "inbox/.hidden/4.xlsx",
            "inbox/~$1.xlsx" })
        {
            kind.Workbook(name, Path.GetFileName(name));
        }

        File.WriteAllText(kind["inbox", "notes.txt"], "");
        var run = kind.Run("build", kind[pattern], "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Directory.GetDirectories(kind["out"], "*.xlsx").Select(f => Path.GetFileNameWithoutExtension(f)).Order(),
            Is.EqualTo(expected.Split(' ')));
    }

    [Test]
    public void A_pattern_without_a_match_is_reported()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind["none*.xlsx"], "-o", kind["out"]);
        Assert.That((run.ExitCode, run.Error.Contains("command.no-match")), Is.EqualTo((2, true)));
    }

    [Test]
    public void Files_in_the_output_folder_are_not_submitted_workbooks()
    {
        using var kind = new ToyKind();
        kind.Workbook("inbox/a.xlsx", "A", apples: null);
        string[] build = ["build", kind["inbox"], "-o", kind["inbox", "out"], "--formats", "md"];
        kind.Run(build);
        Assert.That(kind.Run(build).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
    }

    [Test]
    public void The_summary_has_every_reason()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["page.xlsx"], "<html></html>");
        var run = kind.Run("build", kind.Workbook("good.xlsx", "Good"), kind.Workbook("bad.xlsx", "Bad", apples: null),
            kind["page.xlsx"], kind["none.xlsx"], "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(5));
        var summary = run.Error[run.Error.IndexOf("4 in total", StringComparison.Ordinal)..];
        Assert.That(summary, Does.StartWith("4 in total: 1 built, 0 unchanged, 1 returned, 2 failed."));
        Assert.That(summary,
            Does.Match(@"Returned:\n  .*bad\.xlsx \(errors: 1, warnings: 0\)\n    workbook\.empty-cell Figures!\w+: .+\n"));
        Assert.That(summary, Does.Match(@"Failed:\n  .*page\.xlsx\n    file\.\S+: .+\n  .*none\.xlsx\n    file\.\S+: .+\n"));
    }

    [Test]
    public void A_roster_that_cannot_be_read_stops_the_run_before_anything_is_written()
    {
        using var kind = new ToyKind();
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md", "--roster",
            kind["none.csv"]);
        Assert.That((run.ExitCode, Directory.Exists(kind["out"])), Is.EqualTo((2, false)));
        Assert.That(run.Error, Does.Contain("roster.unreadable"));
    }

    [Test]
    public void An_output_folder_that_is_a_file_is_an_environment_error()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["out"], "");
        var run = kind.Run("build", kind.Workbook("a.xlsx", "A"), "-o", kind["out"], "--formats", "md");
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Error, Does.Contain("environment.cannot-write"));
    }

    [Test]
    public void A_setting_reaches_the_templates_and_another_value_builds_the_report_again()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-md", "{{ settings.colour }}\n");
        var workbook = kind.Workbook("a.xlsx", "Corner Shop");
        string Built(params string[] settings)
        {
            Assert.That(kind.Run(["build", workbook, "-o", kind["out"], "--formats", "md", .. settings]).ExitCode, Is.Zero);
            return File.ReadAllText(Directory.GetFiles(kind["out"], "*.md", SearchOption.AllDirectories).Single());
        }

        Assert.That(Built("--set", "colour=red", "--set", "size=a=b"), Does.StartWith("red"));
        Assert.That(Built("--set", "colour=blue"), Does.StartWith("blue"));
        Assert.That(Built().Trim(), Is.Empty);
    }
}
