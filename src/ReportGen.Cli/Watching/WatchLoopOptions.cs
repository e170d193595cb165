using ReportGen.Ledgers;

namespace ReportGen.Cli.Watching;

/// <summary>The options of the watcher.</summary>
/// <param name="Templates">The templates folder.</param>
internal sealed record WatchLoopOptions(string Templates)
{
    /// <summary>The number of workbooks processed at once.</summary>
    public int Jobs { get; init; } = 2;

    /// <summary>Which bodies and which year the command line asks for.</summary>
    public ExpectedOptions ExpectedOptions { get; init; } = new();

    /// <summary>The expected reports. The roster's file is read again when it changes.</summary>
    public ExpectedReports Expected { get; init; } = ExpectedReports.Any;

    /// <summary>Whether to stop when nothing is left to do.</summary>
    public bool Once { get; init; }

    /// <summary>Whether to listen for file system events; without them, the regular scan finds changes later.</summary>
    public bool Listens { get; init; } = true;

    /// <summary>Called when a new workbook is found, before it is processed.</summary>
    public Action OnNewWorkbook { get; init; } = () => { };

    /// <summary>Called when work was done and nothing is left to do, and after many workbooks without a pause.</summary>
    public Action ReleaseMemory { get; init; } = () => { };

    /// <summary>The intervals and timeouts.</summary>
    public WatchTimings Timings { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
