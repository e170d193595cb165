namespace ReportGen.Publishing;

/// <summary>
/// Assigns each report name to one workbook of a run: the first in the order of the run, regardless of timing. A second workbook
/// with the same name is refused before anything is written. Names are compared without regard to case, as many file systems do.
/// Thread-safe.
/// </summary>
/// <param name="order">The workbooks of the run, without duplicates.</param>
public sealed class OutputNameRegistry(IReadOnlyList<string> order)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _order = order.Index()
        .ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
    private readonly HashSet<int> _released = [];
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private int _next;

    /// <summary>Claims a report's name. Waits until all earlier workbooks have claimed theirs or were released.</summary>
    /// <param name="name">The common prefix of the paths of all files of the report.</param>
    /// <param name="workbook">A workbook of the run.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <returns>The workbook that owns the name; null if the claim succeeded.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<string?> ClaimAsync(string name, string workbook, CancellationToken cancellation) =>
        (await ClaimAllAsync([name], workbook, cancellation).ConfigureAwait(false))?.Owner;

    /// <summary>As <see cref="ClaimAsync"/>, for several names: all or none.</summary>
    /// <param name="names">The names; a conflict is reported for the first of them that has another owner.</param>
    /// <param name="workbook">A workbook of the run.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <returns>The workbook that owns a name, and the name; null if the claim succeeded.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal async Task<(string Owner, string Name)?> ClaimAllAsync(
        IReadOnlyList<string> names, string workbook, CancellationToken cancellation)
    {
        await WaitFor(_order[workbook]).WaitAsync(cancellation).ConfigureAwait(false);
        (string Owner, string Name)? conflict = null;
        lock (_lock)
        {
            foreach (var name in names)
            {
                if (conflict is null && _owners.GetValueOrDefault(name) is { } owner && owner != workbook)
                    conflict = (owner, name);
            }

            if (conflict is null)
            {
                foreach (var name in names) _owners[name] = workbook;
            }
        }

        Release(workbook);
        return conflict;
    }

    /// <summary>Unblocks the workbooks queued after this one, which has its name or will not claim one.</summary>
    public void Release(string workbook)
    {
        lock (_lock)
        {
            _released.Add(_order[workbook]);
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
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_waiting[place] = waiting).Task;
        }
    }
}
