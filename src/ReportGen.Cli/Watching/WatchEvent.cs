namespace ReportGen.Cli.Watching;

/// <summary>What the watcher tells.</summary>
internal abstract record WatchEvent;

/// <summary>It has begun.</summary>
/// <param name="Inbox">The folder watched.</param>
/// <param name="Output">Where the results go.</param>
internal sealed record WatchStarted(string Inbox, string Output) : WatchEvent;

/// <summary>Something became of a workbook.</summary>
/// <param name="Name">Its path in the inbox.</param>
/// <param name="Result">What.</param>
internal sealed record WorkbookDone(string Name, BuildResult Result) : WatchEvent;

/// <summary>A workbook is waited for.</summary>
/// <param name="Name">Its path in the inbox.</param>
/// <param name="Reason">Why.</param>
internal sealed record WorkbookWaits(string Name, Diagnostic Reason) : WatchEvent;

/// <summary>Something concerns a folder, or a file that is not worked on.</summary>
/// <param name="Notice">What.</param>
/// <param name="Details">The mistakes behind it, such as those of templates.</param>
internal sealed record WatchNotice(Diagnostic Notice, ImmutableArray<Diagnostic> Details) : WatchEvent;

/// <summary>It was told to stop.</summary>
/// <param name="Held">How many workbooks it still finishes.</param>
internal sealed record WatchStopping(int Held) : WatchEvent;

/// <summary>It has stopped.</summary>
internal sealed record WatchStopped : WatchEvent;

/// <summary>Receives what the watcher tells.</summary>
internal interface IWatchEventSink
{
    /// <summary>Writes one event. Calls must not overlap.</summary>
    void Write(WatchEvent happened);
}
