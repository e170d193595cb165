using System.Collections.Concurrent;
using System.Diagnostics;
using ReportGen.Cli.Watching;
using ReportGen.Printing;
using ReportGen.Publishing;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>A watcher of the folder <c>in</c> of a toy kind, run in the test process with short intervals.</summary>
internal sealed class WatchRun : IWatchEventSink, IAsyncDisposable
{
    public static readonly WatchTimings Quick = new()
    {
        Settle = TimeSpan.FromMilliseconds(150), Timeout = TimeSpan.FromMinutes(2), ScanEvery = TimeSpan.FromMilliseconds(200),
        MinScanInterval = TimeSpan.FromMilliseconds(20), TemplatesQuiet = TimeSpan.FromMilliseconds(100),
        LedgerDelay = TimeSpan.FromMilliseconds(50),
        FirstRetry = TimeSpan.FromMilliseconds(50), LastRetry = TimeSpan.FromMilliseconds(400),
    };

    private readonly ConcurrentQueue<WatchEvent> _events = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    public WatchRun(ToyKind kind, WatchTimings? timings = null, IPdfPrinter? printer = null, bool listens = true,
        string? roster = null, Action? onNewWorkbook = null, Action? releaseMemory = null)
    {
        Directory.CreateDirectory(kind["in"]);
        System.Collections.Immutable.ImmutableSortedSet<OutputFormat> formats = printer is null
            ? [OutputFormat.Html, OutputFormat.Markdown]
            : [OutputFormat.Pdf, OutputFormat.Markdown];
        var expected = ReportGen.Ledgers.ExpectedReports.For(kind["out"], new(roster)).Value!;
        var options = new WatchLoopOptions(kind.Templates)
        {
            Timings = timings ?? Quick, Listens = listens, Expected = expected,
            OnNewWorkbook = onNewWorkbook ?? (() => { }), ReleaseMemory = releaseMemory ?? (() => { }),
        };
        var publish = new PublishOptions(kind["out"], formats) { WritesPageOnFailure = true };
        var templates = new TemplateReloader(kind.Templates, printer!, publish, options.Timings);
        templates.Load();
        var loop = Watcher.Of(kind["in"], OutputFolder.Open(kind["out"]), publish, templates, this, options);
        _run = Task.Run(() => loop.RunAsync(_stop.Token, CancellationToken.None));
    }

    public IEnumerable<WatchEvent> Events => _events;

    public IEnumerable<(string Name, BuildState State)> Done =>
        _events.OfType<WorkbookDone>().Select(d => (d.Name.Replace('\\', '/'), d.Result.State));

    public IEnumerable<string> Notices => _events.OfType<WatchNotice>().Select(n => n.Notice.Id);

    public IEnumerable<string> Waits => _events.OfType<WorkbookWaits>().Select(w => w.Reason.Id);

    public void Write(WatchEvent happened) => _events.Enqueue(happened);

    /// <summary>Waits until a condition holds, for at most three minutes because the machine may be busy.</summary>
    public async Task Until(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(10))
        {
            if (_run.IsFaulted) await _run;
            if (condition()) return;
        }

        Assert.Fail($"Waited in vain for: {what}. Events:\n{string.Join('\n', _events.Select(Brief).TakeLast(30))}");
    }

    private static string Brief(WatchEvent happened) => happened switch
    {
        WorkbookDone done => $"{done.Name} {done.Result.State} {string.Join(' ', done.Result.Findings.Select(f => f.Id))}",
        WorkbookWaits waits => $"{waits.Name} waits {waits.Reason.Id}",
        WatchNotice notice =>
            $"{notice.Notice.Id} {notice.Notice.Message.English} {string.Join(' ', notice.Details.Select(f => f.Id))}",
        _ => happened.ToString(),
    };

    public Task UntilDone(int count, BuildState state = BuildState.Built) =>
        Until(() => Done.Count(d => d.State == state) >= count, $"{count} {state}");

    /// <summary>Waits for several scans, so that an unwanted event would occur.</summary>
    public static Task Pass() => Task.Delay(700);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }
}
