namespace ReportGen.Cli.Watching;

/// <summary>How the watcher runs.</summary>
/// <param name="Templates">The templates folder.</param>
internal sealed record WatchLoopOptions(string Templates)
{
    /// <summary>How many workbooks are worked on at once.</summary>
    public int Jobs { get; init; } = 2;

    /// <summary>The list of the bodies expected; null for none.</summary>
    public string? Roster { get; init; }

    /// <summary>Whether to end when nothing is left to do.</summary>
    public bool Once { get; init; }

    /// <summary>Whether to listen for events of the file system; without them the regular look finds everything, only later.</summary>
    public bool Listens { get; init; } = true;

    /// <summary>Called when a workbook has come that will soon be worked on.</summary>
    public Action GetReady { get; init; } = () => { };

    /// <summary>The measures of time.</summary>
    public WatchTimings Timings { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
