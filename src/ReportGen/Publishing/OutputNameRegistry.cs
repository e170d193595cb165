namespace ReportGen.Publishing;

/// <summary>
/// Which workbook of a run writes which report: the first in the order of the run. A second one would overwrite another
/// body's report, and is refused before anything of it is written. Names that differ only in upper and lower case are the
/// same, as they are on many disks. Thread-safe.
/// </summary>
/// <param name="order">The workbooks of the run, each once.</param>
public sealed class OutputNameRegistry(IReadOnlyList<string> order)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _places = order.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
    private readonly HashSet<int> _released = [];
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private int _next;

    /// <summary>Claims a report's name, after the workbooks before this one have claimed theirs.</summary>
    /// <param name="name">What the paths of all files of the report begin with.</param>
    /// <param name="workbook">One of the run.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The workbook that has the name; null if the claim succeeded.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<string?> ClaimAsync(string name, string workbook, CancellationToken cancellation)
    {
        await WaitFor(_places[workbook]).WaitAsync(cancellation).ConfigureAwait(false);
        string? owner;
        lock (_lock) owner = _owners.TryAdd(name, workbook) ? null : _owners[name];
        Release(workbook);
        return owner == workbook ? null : owner;
    }

    /// <summary>Unblocks the workbooks queued after this one: it has its name, or will claim none.</summary>
    public void Release(string workbook)
    {
        lock (_lock)
        {
            _released.Add(_places[workbook]);
            while (_released.Remove(_next))
            {
                _next++;
                if (_waiting.Remove(_next, out var waiting)) waiting.SetResult();
            }
        }
    }

    private Task WaitFor(int place)
    {
        lock (_lock)
        {
            if (place <= _next) return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_waiting[place] = turn).Task;
        }
    }
}
