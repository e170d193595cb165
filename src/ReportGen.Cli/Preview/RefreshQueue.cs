using System.Diagnostics;

namespace ReportGen.Cli.Preview;

/// <summary>A queue of workbooks to compile, each with its due time. Thread-safe.</summary>
internal sealed class RefreshQueue
{
    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, (TimeSpan Due, bool Force)> _queue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _failingSince = new(StringComparer.Ordinal);

    // Since the start, because the time of day may be set back.
    private TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    /// <summary>Queues a report now, because something has changed.</summary>
    /// <param name="id">The report.</param>
    /// <param name="force">Whether to compile even if the workbook's content is unchanged.</param>
    public void Add(string id, bool force)
    {
        lock (_lock)
        {
            _failingSince.Remove(id);
            _queue[id] = (Now, force || (_queue.TryGetValue(id, out var earlier) && earlier.Force));
        }
    }

    /// <summary>
    /// Queues another try after an error that may be temporary, such as an incomplete file. Returns false if such errors have
    /// lasted for <paramref name="timeout"/> without a change.
    /// </summary>
    /// <param name="id">The report.</param>
    /// <param name="timeout">How long to try again.</param>
    /// <param name="force">Whether to compile even if the workbook's content is unchanged.</param>
    public bool RetryUntilStable(string id, TimeSpan timeout, bool force)
    {
        lock (_lock)
        {
            var now = Now;
            if (!_failingSince.TryGetValue(id, out var since)) _failingSince[id] = since = now;
            if (now - since >= timeout) return false;
            var pause = TimeSpan.FromMilliseconds(Math.Min(200, timeout.TotalMilliseconds));
            if (!_queue.ContainsKey(id)) _queue[id] = (now + pause, force);
            return true;
        }
    }

    /// <summary>Removes a report.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _failingSince.Remove(id);
            _queue.Remove(id);
        }
    }

    /// <summary>Removes and returns a due report: the one with the lowest <paramref name="rank"/>; null if none is due.</summary>
    public (string Id, bool Force)? TryTake(Func<string, int> rank)
    {
        lock (_lock)
        {
            var due = _queue.Where(l => l.Value.Due <= Now).OrderBy(l => rank(l.Key)).ThenBy(l => l.Value.Due)
                .FirstOrDefault();
            if (due.Key is null) return null;
            _queue.Remove(due.Key);
            return (due.Key, due.Value.Force);
        }
    }

    /// <summary>Returns the time until a report is due, at most <paramref name="max"/>.</summary>
    public TimeSpan Wait(TimeSpan max)
    {
        lock (_lock)
        {
            if (_queue.Count == 0) return max;
            var wait = _queue.Values.Min(l => l.Due) - Now;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < max ? wait : max;
        }
    }
}
