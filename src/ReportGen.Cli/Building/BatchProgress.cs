using System.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>The progress of a batch at one moment.</summary>
/// <param name="Total">The number of workbooks.</param>
/// <param name="Done">The number of finished workbooks, in any state.</param>
/// <param name="Returned">The number of returned workbooks.</param>
/// <param name="Failed">The number of failed workbooks.</param>
/// <param name="Elapsed">The time so far.</param>
/// <param name="Rate">The recent rate, in reports per second.</param>
/// <param name="Slowest">The workbook that has been in progress for longest; null if none.</param>
internal sealed record BatchSnapshot(
    int Total, int Done, int Returned, int Failed, TimeSpan Elapsed, double Rate, RunningWorkbook? Slowest)
{
    /// <summary>The estimated time left; null if unknown.</summary>
    public TimeSpan? Left => Done == 0 || Rate <= 0 ? null : TimeSpan.FromSeconds((Total - Done) / Rate);
}

/// <summary>A workbook in progress.</summary>
/// <param name="Workbook">The path as the user gave it.</param>
/// <param name="Stage">Its stage; null before the first.</param>
/// <param name="Elapsed">The time since it was started.</param>
internal sealed record RunningWorkbook(string Workbook, PipelineStage? Stage, TimeSpan Elapsed);

/// <summary>Counts the progress of a batch. Thread-safe.</summary>
/// <param name="clock">Returns the time since a fixed start.</param>
internal sealed class BatchProgress(Func<TimeSpan> clock)
{
    // The rate covers this many of the latest reports, so that a slow start does not affect it for long.
    private const int Window = 40;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (PipelineStage? Stage, TimeSpan Since)> _running = [];
    private readonly Queue<TimeSpan> _finishTimes = new();
    private int _total, _done, _returned, _failed;

    /// <summary>Creates a counter whose clock starts now.</summary>
    public BatchProgress()
        : this(Since(Stopwatch.GetTimestamp()))
    {
    }

    public void Begin(int total)
    {
        lock (_lock)
        {
            _total = total;
            _finishTimes.Enqueue(clock());
        }
    }

    public void Stage(string workbook, PipelineStage? stage)
    {
        lock (_lock) _running[workbook] = (stage, _running.TryGetValue(workbook, out var work) ? work.Since : clock());
    }

    public void Done(BuildResult result)
    {
        lock (_lock)
        {
            _running.Remove(result.Workbook);
            _done++;
            if (result.State == BuildState.Returned) _returned++;
            if (result.State == BuildState.Failed) _failed++;
            _finishTimes.Enqueue(clock());
            if (_finishTimes.Count > Window + 1) _finishTimes.Dequeue();
        }
    }

    public BatchSnapshot Now()
    {
        lock (_lock)
        {
            var now = clock();
            var span = now - (_finishTimes.TryPeek(out var first) ? first : now);
            var rate = span > TimeSpan.Zero ? (_finishTimes.Count - 1) / span.TotalSeconds : 0;
            var slowest = _running.OrderBy(r => r.Value.Since)
                .Select(r => new RunningWorkbook(r.Key, r.Value.Stage, now - r.Value.Since)).FirstOrDefault();
            return new BatchSnapshot(_total, _done, _returned, _failed, now, rate, slowest);
        }
    }

    private static Func<TimeSpan> Since(long start) => () => Stopwatch.GetElapsedTime(start);
}
