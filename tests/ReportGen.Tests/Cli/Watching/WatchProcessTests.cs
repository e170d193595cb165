using ReportGen.Printing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The watcher as a process, with signals.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
[Platform(Exclude = "Win")]
public sealed class WatchProcessTests
{
    private static readonly string[] s_fast = ["--formats", "html,md"];

    [Test]
    public async Task Killed_repeatedly_it_loses_nothing_and_publishes_nothing_twice()
    {
        using var kind = new ToyKind();
        for (var i = 0; i < 30; i++) kind.Workbook($"in/{i}.xlsx", $"B{i}", apples: i);
        foreach (var enough in new[] { 3, 12, 22 })
        {
            using var process = new WatchProcess(kind, s_fast);
            await process.Until(() => JournalLines(kind) >= enough, $"{enough} lines in the journal");
            process.Kill();
        }

        using var last = new WatchProcess(kind, [.. s_fast, "--once"]);
        Assert.That(await last.ExitCode(), Is.Zero, string.Join('\n', last.Lines));
        PublishedOnce.Holds(kind);
    }

    [Test]
    public async Task If_one_of_two_watchers_is_killed_the_other_does_the_rest()
    {
        using var kind = new ToyKind();
        using var one = new WatchProcess(kind, s_fast);
        using var other = new WatchProcess(kind, s_fast);
        for (var i = 0; i < 30; i++) kind.Workbook($"in/{i}.xlsx", $"B{i}", apples: i);
        await one.Until(() => JournalLines(kind) >= 10, "10 lines in the journal");
        one.Kill();
        await other.Until(() => JournalLines(kind) >= 30, "30 lines in the journal");
        other.Signal(WatchProcess.Terminate);
        Assert.That(await other.ExitCode(), Is.Zero);
        PublishedOnce.Holds(kind);
    }

    [TestCase(WatchProcess.Interrupt)]
    [TestCase(WatchProcess.Terminate)]
    [Category("Browser")]
    public async Task On_a_signal_it_finishes_the_work_in_progress(string signal)
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        using var kind = new ToyKind();
        for (var i = 0; i < 12; i++) kind.Workbook($"in/{i}.xlsx", $"B{i}", apples: i);
        using var process = new WatchProcess(kind);
        await process.Until(() => JournalLines(kind) >= 1, "the first report");
        process.Signal(signal);
        Assert.That(await process.ExitCode(), Is.Zero, string.Join('\n', process.Lines));
        Assert.That(process.Lines, Has.Some.EndsWith("Stopped."));
        var journal = PublishedOnce.Journal(kind);
        Assert.That(PublishedOnce.Published(kind), Is.EquivalentTo(journal.SelectMany(e => e.Outputs)));
        Assert.That(journal.Select(e => e.Sha256), Is.Unique);
    }

    [Test]
    [Category("Browser")]
    public async Task A_workbook_becomes_three_files()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        using var kind = new ToyKind();
        using var process = new WatchProcess(kind, "--format", "json");
        await process.Until(() => process.Lines.Any(l => l.Contains("\"event\":\"started\"")), "the start");
        kind.Workbook("in/王家沟/2025 年 年报.xlsx", "王家沟村");
        await process.Until(() => process.Lines.Any(l => l.Contains("\"state\":\"built\"")), "the report");
        Assert.That(File.ReadAllBytes(kind["out", "王家沟村", "Report of 王家沟村.pdf"]).AsSpan().StartsWith("%PDF-"u8), Is.True);
        PublishedOnce.Holds(kind);
    }

    private static int JournalLines(ToyKind kind)
    {
        var path = kind["out", ".reportgen", "journal.ndjson"];
        if (!File.Exists(path)) return 0;
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Count(c => c == '\n');
    }
}
