namespace ReportGen.Cli.Watching;

/// <summary>The time since the watcher began. It never jumps, as the time of day does.</summary>
internal sealed class WatchClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>The time since the start.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);
}
