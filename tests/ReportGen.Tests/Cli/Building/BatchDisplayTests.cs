using ReportGen.Cli.Building;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Building;

[Parallelizable(ParallelScope.All)]
public sealed class BatchDisplayTests
{
    private TimeSpan _now = TimeSpan.Zero;

    [Test, NonParallelizable]
    public void It_shows_the_counts_and_the_slowest_report()
    {
        _now = TimeSpan.Zero;
        var progress = new BatchProgress(() => _now);
        progress.Begin(6);
        progress.Stage("in/slow.xlsx", PipelineStage.Reading);
        foreach (var state in new[] { BuildState.Built, BuildState.Returned, BuildState.Failed })
        {
            progress.Stage($"in/{state}.xlsx", null);
            _now += TimeSpan.FromSeconds(2);
            progress.Done(new BuildResult($"in/{state}.xlsx", state, [], []));
        }

        progress.Stage("in/slow.xlsx", PipelineStage.Printing);
        progress.Stage("in/new.xlsx", PipelineStage.Reading);

        var moment = progress.Now();

        Assert.That((moment.Done, moment.Returned, moment.Failed, moment.Total), Is.EqualTo((3, 1, 1, 6)));
        Assert.That((moment.Rate, moment.Left), Is.EqualTo((0.5, TimeSpan.FromSeconds(6))));
        Assert.That(moment.Slowest,
            Is.EqualTo(new RunningWorkbook("in/slow.xlsx", PipelineStage.Printing, TimeSpan.FromSeconds(6))));
        Assert.That(BatchDisplay.Rows(moment, Terminal(Language.English, TextWriter.Null), 100), Is.EqualTo(new[]
        {
            "███████████████░░░░░░░░░░░░░░░ 3/6",
            "3 done, 1 returned, 1 failed, 0.5 per second, 0:06 elapsed, about 0:06 left",
            "slowest: slow.xlsx (printing, 0:06)",
        }));
        Assert.That(BatchDisplay.Rows(moment, Terminal(Language.Chinese, TextWriter.Null), 100).Skip(1), Is.EqualTo(new[]
        {
            "完成 3　退回 1　失败 1　每秒 0.5 份　已用 0:06　约剩 0:06", "最久：slow.xlsx（打印，0:06）",
        }));
    }

    [TestCase(40)]
    [TestCase(12)]
    public void No_row_is_wider_than_the_terminal(int width)
    {
        var moment = new BatchSnapshot(2000, 1999, 88, 77, TimeSpan.FromHours(3), 0.123,
            new RunningWorkbook("in/" + new string('很', 60) + "\n长.xlsx", null, TimeSpan.Zero));
        var rows = BatchDisplay.Rows(moment, Terminal(Language.Chinese, TextWriter.Null), width);
        Assert.That(rows.Select(DisplayText.Width), Is.All.LessThanOrEqualTo(width));
        Assert.That(rows, Has.None.Contains("\n"));
    }

    [Test]
    public async Task Unpublished_reports_are_listed_above_the_bar_and_the_summary_ends_it()
    {
        var error = new StringWriter();
        var display = new BatchDisplay(Terminal(Language.English, error));
        display.Begin(2);
        display.Stage("a.xlsx", PipelineStage.Reading);
        display.Done(new BuildResult("a.xlsx", BuildState.Built, [], []), TimeSpan.Zero);
        var failed = new BuildResult("b.xlsx", BuildState.Failed,
            [new Diagnostic { Id = "x.y", Severity = Severity.Error, Message = LocalizedText.Same("because \e[2J") }], []);
        display.Done(failed, TimeSpan.Zero);
        await display.EndAsync(new BatchSummary([failed], 2, TimeSpan.FromSeconds(1)));

        Assert.That(error.ToString(),
            Does.Contain("failed  b.xlsx  because").And.Contain("Interrupted: 1 not done.").And.Contain("    x.y: because"));
        Assert.That(error.ToString().Contains("built  a.xlsx", StringComparison.Ordinal), Is.False);
        Assert.That(error.ToString().Contains("\e[2J", StringComparison.Ordinal), Is.False);
    }

    [Test]
    public async Task Reports_that_finish_while_the_bar_is_drawn_do_not_block_it()
    {
        for (var round = 0; round < 20; round++)
        {
            var error = new StringWriter();
            var display = new BatchDisplay(Terminal(Language.English, error));
            display.Begin(400);
            var failed = new BuildResult("b.xlsx", BuildState.Failed, [], []);
            var ended = Task.Run(async () =>
            {
                Parallel.For(0, 400, _ => display.Done(failed, TimeSpan.Zero));
                await display.EndAsync(new BatchSummary([failed], 400, TimeSpan.FromSeconds(1)));
            });
            await ended.WaitAsync(TimeSpan.FromMinutes(1));
            Assert.That(error.ToString().Split("failed  b.xlsx"), Has.Length.GreaterThan(400));
        }
    }

    private static UserTerminal Terminal(Language language, TextWriter error) =>
        new(TextWriter.Null, error, language) { IsErrorInteractive = true, Width = 100 };
}
