namespace ReportGen.Cli.Watching;

/// <summary>The intervals and timeouts of the watcher. The defaults suit network folders; tests shorten them.</summary>
internal sealed record WatchTimings
{
    /// <summary>How long size and time of a file must stay the same before it is processed.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for the lock of an open workbook, or for an incomplete file.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The interval of regular scans, because events can get lost.</summary>
    public TimeSpan ScanEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The minimum time between two scans.</summary>
    public TimeSpan MinScanInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the templates must stay unchanged before they are loaded again.</summary>
    public TimeSpan TemplatesQuiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The delay between a change and the write of the ledger.</summary>
    public TimeSpan LedgerDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first pause before a retry after an error of the machine or the program; doubles each time.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause before a retry.</summary>
    public TimeSpan LastRetry { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The idle time after which the browser is closed.</summary>
    public TimeSpan BrowserIdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait for a file operation that does not return when the watcher is stopped.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Returns the pause after a scan that took <paramref name="scan"/>: a slow folder is scanned less often.</summary>
    public TimeSpan ScanAfter(TimeSpan scan) => Longer(ScanEvery, Shorter(scan * 200, TimeSpan.FromMinutes(1)));

    /// <summary>Returns the pause that follows a pause of <paramref name="last"/>, at most <paramref name="max"/>.</summary>
    public TimeSpan PauseAfter(TimeSpan last, TimeSpan max) => Shorter(last == TimeSpan.Zero ? FirstRetry : last * 2, max);

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
