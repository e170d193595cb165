namespace ReportGen.Cli.Watching;

/// <summary>An event of the watcher.</summary>
internal abstract record WatchEvent;

/// <summary>The watcher has started.</summary>
/// <param name="Inbox">The watched folder.</param>
/// <param name="Output">The output folder.</param>
internal sealed record WatchStarted(string Inbox, string Output) : WatchEvent;

/// <summary>A workbook is finished.</summary>
/// <param name="Name">Its path in the inbox.</param>
/// <param name="Result">Its result.</param>
internal sealed record WorkbookDone(string Name, BuildResult Result) : WatchEvent;

/// <summary>A workbook cannot be processed yet.</summary>
/// <param name="Name">Its path in the inbox.</param>
/// <param name="Reason">The reason.</param>
internal sealed record WorkbookWaits(string Name, Diagnostic Reason) : WatchEvent;

/// <summary>A notice about a folder, or about a file that is not processed.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Details">The errors that caused it, such as those of templates.</param>
internal sealed record WatchNotice(Diagnostic Notice, ImmutableArray<Diagnostic> Details) : WatchEvent;

/// <summary>The watcher is stopping.</summary>
/// <param name="InProgress">The number of workbooks that it still finishes.</param>
internal sealed record WatchStopping(int InProgress) : WatchEvent;

/// <summary>The watcher has stopped.</summary>
internal sealed record WatchStopped : WatchEvent;

/// <summary>Receives the events of the watcher.</summary>
internal interface IWatchEventSink
{
    /// <summary>Writes one event. Calls must not overlap.</summary>
    void Write(WatchEvent happened);
}
