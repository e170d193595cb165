namespace ReportGen.Cli.Building;

/// <summary>
/// Which workbook of a run writes which report: the first in the order of the command line. A second one would overwrite
/// another body's report, and is refused before anything of it is written. Upper and lower case are the same here, as they are
/// on many disks.
/// </summary>
/// <param name="order">The workbooks of the run.</param>
internal sealed class NameClaims(IReadOnlyList<string> order)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _places = order.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
    private readonly HashSet<int> _passed = [];
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private int _turn;

    /// <summary>Claims a report's name, when the workbooks before this one have theirs.</summary>
    /// <returns>The workbook that has it already; null when it is free.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<string?> ClaimAsync(ReportNames names, string workbook, CancellationToken cancellation)
    {
        await TurnOf(_places[workbook]).WaitAsync(cancellation).ConfigureAwait(false);
        string? owner;
        lock (_lock) owner = _owners.TryAdd(names.Stem, workbook) ? null : _owners[names.Stem];
        Pass(workbook);
        return owner == workbook ? null : owner;
    }

    /// <summary>Lets those behind a workbook go on: it has its name, or will claim none.</summary>
    public void Pass(string workbook)
    {
        lock (_lock)
        {
            _passed.Add(_places[workbook]);
            while (_passed.Remove(_turn))
            {
                _turn++;
                if (_waiting.Remove(_turn, out var next)) next.SetResult();
            }
        }
    }

    private Task TurnOf(int place)
    {
        lock (_lock)
        {
            if (place <= _turn) return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (_waiting[place] = turn).Task;
        }
    }
}
