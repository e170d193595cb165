namespace ReportGen.Cli.Preview;

/// <summary>Which reports somebody has looked at, the latest first. Only their pages are kept in memory.</summary>
internal sealed class OpenedReports
{
    private const int Most = 12;
    private readonly Lock _lock = new();
    private readonly List<string> _ids = [];

    /// <summary>Puts a report first.</summary>
    /// <returns>Those that nobody has looked at for longest, when there are too many.</returns>
    public IReadOnlyList<string> Open(string id)
    {
        lock (_lock)
        {
            _ids.Remove(id);
            _ids.Insert(0, id);
            var closed = _ids.Skip(Most).ToList();
            if (closed.Count > 0) _ids.RemoveRange(Most, closed.Count);
            return closed;
        }
    }

    /// <summary>Whether its page is kept.</summary>
    public bool Contains(string id)
    {
        lock (_lock) return _ids.Contains(id);
    }

    /// <summary>Its place in the order of looking; behind all others when nobody has opened it.</summary>
    public int RankOf(string id)
    {
        lock (_lock) return _ids.IndexOf(id) is >= 0 and var rank ? rank : int.MaxValue;
    }
}
