using ReportGen.Cli.Building;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>Several workbooks for the same report.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WatchOrderTests
{
    [Test]
    public async Task The_same_content_under_another_name_is_not_built_again()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        var first = kind.Workbook("in/a.xlsx", "A");
        await run.UntilDone(1);
        File.Copy(first, kind["in", "a - 副本.xlsx"]);
        await run.UntilDone(1, BuildState.Unchanged);
        Assert.That(PublishedOnce.Journal(kind), Has.Length.EqualTo(1));
        Assert.That(run.Events.OfType<ReportGen.Cli.Watching.WorkbookDone>().Last().Result.Findings.Single().Id,
            Is.EqualTo("command.same-content"));
    }

    [Test]
    public async Task The_same_returned_content_under_another_name_is_not_returned_again()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        var first = kind.Workbook("in/a.xlsx", "A", apples: null);
        await run.UntilDone(1, BuildState.Returned);
        File.Copy(first, kind["in", "b.xlsx"]);
        await run.UntilDone(1, BuildState.Unchanged);
        Assert.That(PublishedOnce.Journal(kind), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_later_workbook_replaces_an_earlier_one_also_after_a_restart()
    {
        using var kind = new ToyKind();
        await using (var run = new WatchRun(kind))
        {
            kind.Workbook("in/first.xlsx", "A", apples: 1);
            await run.UntilDone(1);
            File.SetLastWriteTimeUtc(kind.Workbook("in/second.xlsx", "A", apples: 2), DateTime.UtcNow.AddYears(-1));
            await run.UntilDone(2);
            Assert.That(Figure(kind), Is.EqualTo("2"), "the later act of the clerk counts, whatever the file's date");
        }

        kind.WriteTemplate("report.sbn-md", "# {{ title }}\n\n{{ Sales.Apples.Kilos }}\n\nNew.\n");
        await using (var run = new WatchRun(kind))
        {
            await run.UntilDone(1);
            await WatchRun.Pass();
            Assert.That(run.Done, Is.EqualTo(new[] { ("second.xlsx", BuildState.Built) }), "the first is history");
            Assert.That(Figure(kind), Is.EqualTo("2"));
        }
    }

    [Test]
    public async Task Of_two_existing_workbooks_the_one_saved_later_takes_precedence()
    {
        using var kind = new ToyKind();
        File.SetLastWriteTimeUtc(kind.Workbook("in/a.xlsx", "A", apples: 1), DateTime.UtcNow.AddHours(-1));
        File.SetLastWriteTimeUtc(kind.Workbook("in/b.xlsx", "A", apples: 2), DateTime.UtcNow.AddHours(-3));
        await using var run = new WatchRun(kind);
        await run.Until(() => run.Done.Count() == 2, "both");
        Assert.That(Figure(kind), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_superseded_workbook_that_is_saved_again_takes_precedence()
    {
        using var kind = new ToyKind();
        await using var run = new WatchRun(kind);
        var first = kind.Workbook("in/first.xlsx", "A", apples: 1);
        await run.UntilDone(1);
        kind.Workbook("in/second.xlsx", "A", apples: 2);
        await run.UntilDone(2);
        File.SetLastWriteTimeUtc(first, DateTime.UtcNow);
        await run.UntilDone(3);
        Assert.That(Figure(kind), Is.EqualTo("1"));
    }

    private static string Figure(ToyKind kind) => File.ReadAllText(kind["out", "A", "Report of A.md"]).Split('\n')[2];
}
