namespace ReportGen.Cli.Watching;

/// <summary>The watcher's measures of time. The defaults suit people and network folders; tests shorten them.</summary>
internal sealed record WatchTimings
{
    /// <summary>How long size and time of a file must stay the same until it counts as written.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an open workbook's lock or a cut-off file is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the folder is looked through when nothing was heard of it: events get lost.</summary>
    public TimeSpan ScanEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The least time between two looks, however many events come.</summary>
    public TimeSpan MinScanInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the templates must be left alone after a change, until they are read anew.</summary>
    public TimeSpan TemplatesQuiet { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How soon the ledger follows a change.</summary>
    public TimeSpan LedgerDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first pause before something is tried again that failed through no fault of the workbook; each further one is twice as long.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest such pause.</summary>
    public TimeSpan LastRetry { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the browser is kept running without work.</summary>
    public TimeSpan BrowserIdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>When to look again after a look that took <paramref name="scan"/>: a slow folder is looked through less often.</summary>
    public TimeSpan ScanAfter(TimeSpan scan) => Longer(ScanEvery, Shorter(scan * 200, TimeSpan.FromMinutes(1)));

    /// <summary>The pause after a pause of <paramref name="last"/>, never over <paramref name="most"/>.</summary>
    public TimeSpan PauseAfter(TimeSpan last, TimeSpan most) => Shorter(last == TimeSpan.Zero ? FirstRetry : last * 2, most);

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
