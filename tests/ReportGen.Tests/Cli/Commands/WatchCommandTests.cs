using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class WatchCommandTests
{
    [Test]
    public void With_once_it_processes_all_files_and_returns_the_exit_code_of_the_findings()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/b.xlsx", "B", apples: null);
        kind.Workbook("in/open.xlsx", "Open");
        File.WriteAllText(kind["in", "~$open.xlsx"], "owner");
        var run = kind.Run("watch", kind["in"], "-o", kind["out"], "--formats", "html,md", "--once");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain("built  a.xlsx").And.Contain("returned  b.xlsx").And.Not.Contain("open.xlsx"));
        Assert.That(run.Error, Does.Contain("waiting  open.xlsx"));
        Assert.That(PublishedOnce.Published(kind),
            Is.SupersetOf(new[] { "A/Report of A.html", "A/Report of A.md", "B/Report of B-退回单.xlsx" }));
        Assert.That(kind["out", "index.html"], Does.Exist);
    }

    [Test]
    public void A_missing_inbox_is_a_usage_error()
    {
        using var kind = new ToyKind();
        var run = kind.Run("watch", kind["in"], "-o", kind["out"]);
        Assert.That((run.ExitCode, Directory.Exists(kind["out"])), Is.EqualTo((2, false)));
        Assert.That(run.Error, Does.Contain("environment.no-inbox"));
    }

    [Test]
    public void An_inbox_that_is_the_output_folder_is_a_usage_error()
    {
        using var kind = new ToyKind();
        Directory.CreateDirectory(kind["in"]);
        var run = kind.Run("watch", kind["in"], "-o", kind["in"] + Path.DirectorySeparatorChar);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("command.same-folder"));
    }

    [Test]
    public void Templates_without_a_kind_and_an_unreadable_roster_stop_it_at_once()
    {
        using var kind = new ToyKind();
        Directory.CreateDirectory(kind["in"]);
        Assert.That(kind.Run("watch", kind["in"], "-o", kind["out"], "--roster", kind["none.csv"]).ExitCode, Is.Not.Zero);
        Directory.Delete(kind["kinds", "shop"], recursive: true);
        Assert.That(kind.Run("watch", kind["in"], "-o", kind["out"]).ExitCode, Is.EqualTo(3));
    }

    [Test]
    public void With_errors_in_a_definition_a_single_pass_ends_with_their_exit_code()
    {
        using var kind = new ToyKind();
        Directory.CreateDirectory(kind["in"]);
        kind.WriteTemplate("kind.yaml", "title: [");
        Assert.That(kind.Run("watch", kind["in"], "-o", kind["out"], "--once").ExitCode, Is.EqualTo(3));
    }
}
