namespace ReportGen.Cli.Preview;

/// <summary>The recently opened reports, latest first, whose pages are kept in memory. Thread-safe.</summary>
internal sealed class OpenedReports
{
    private const int MaxOpen = 12;
    private readonly Lock _lock = new();
    private readonly List<string> _ids = [];

    /// <summary>Moves a report to the front.</summary>
    /// <returns>The reports that were dropped because there are too many.</returns>
    public IReadOnlyList<string> Open(string id)
    {
        lock (_lock)
        {
            _ids.Remove(id);
            _ids.Insert(0, id);
            var closed = _ids.Skip(MaxOpen).ToList();
            if (closed.Count > 0) _ids.RemoveRange(MaxOpen, closed.Count);
            return closed;
        }
    }

    /// <summary>Whether a report's page is kept.</summary>
    public bool Contains(string id)
    {
        lock (_lock) return _ids.Contains(id);
    }

    /// <summary>Returns a report's position, latest first; <see cref="int.MaxValue"/> if it is not open.</summary>
    public int RankOf(string id)
    {
        lock (_lock) return _ids.IndexOf(id) is >= 0 and var rank ? rank : int.MaxValue;
    }
}
