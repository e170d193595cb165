using System.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>How far a batch is, at a moment.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Done">How many are done, in whichever state.</param>
/// <param name="Returned">How many of those were returned.</param>
/// <param name="Failed">How many of those failed.</param>
/// <param name="Elapsed">How long it has taken so far.</param>
/// <param name="Rate">Reports a second, lately.</param>
/// <param name="Slowest">The one that has been worked on longest; null when none is.</param>
internal sealed record BatchMoment(
    int Total, int Done, int Returned, int Failed, TimeSpan Elapsed, double Rate, BatchWork? Slowest)
{
    /// <summary>How long the rest will take at this rate; null while it cannot be told.</summary>
    public TimeSpan? Left => Done == 0 || Rate <= 0 ? null : TimeSpan.FromSeconds((Total - Done) / Rate);
}

/// <summary>A workbook that is being worked on.</summary>
/// <param name="Workbook">The path as the user gave it.</param>
/// <param name="Stage">Its stage; null before the first.</param>
/// <param name="Elapsed">For how long.</param>
internal sealed record BatchWork(string Workbook, PipelineStage? Stage, TimeSpan Elapsed);

/// <summary>Keeps count of a batch. Safe for several threads at once.</summary>
/// <param name="clock">The time since some beginning.</param>
internal sealed class BatchProgress(Func<TimeSpan> clock)
{
    // The rate is that of the last so many reports: the start, and the few that are slow, do not spoil it for long.
    private const int Window = 40;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (PipelineStage? Stage, TimeSpan Since)> _running = [];
    private readonly Queue<TimeSpan> _lately = new();
    private int _total, _done, _returned, _failed;

    /// <summary>Counts from the moment of the call on.</summary>
    public BatchProgress()
        : this(Since(Stopwatch.GetTimestamp()))
    {
    }

    public void Begin(int total)
    {
        lock (_lock)
        {
            _total = total;
            _lately.Enqueue(clock());
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
            _lately.Enqueue(clock());
            if (_lately.Count > Window + 1) _lately.Dequeue();
        }
    }

    public BatchMoment Now()
    {
        lock (_lock)
        {
            var now = clock();
            var span = now - (_lately.TryPeek(out var first) ? first : now);
            var rate = span > TimeSpan.Zero ? (_lately.Count - 1) / span.TotalSeconds : 0;
            var slowest = _running.OrderBy(r => r.Value.Since).Select(r => new BatchWork(r.Key, r.Value.Stage, now - r.Value.Since)).FirstOrDefault();
            return new BatchMoment(_total, _done, _returned, _failed, now, rate, slowest);
        }
    }

    private static Func<TimeSpan> Since(long start) => () => Stopwatch.GetElapsedTime(start);
}
