namespace ReportGen.Cli.Preview;

/// <summary>Which workbooks are to be looked at, and when. Safe for several threads.</summary>
internal sealed class PendingLooks
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTime Due, bool Anew)> _looks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _doubtedSince = new(StringComparer.Ordinal);

    /// <summary>Wants a look at once, because something has changed.</summary>
    /// <param name="id">The report.</param>
    /// <param name="anew">Whether also when the workbook's content is what it was.</param>
    public void Add(string id, bool anew)
    {
        lock (_lock)
        {
            _doubtedSince.Remove(id);
            _looks[id] = (DateTime.UtcNow, anew || (_looks.TryGetValue(id, out var earlier) && earlier.Anew));
        }
    }

    /// <summary>
    /// A look met what may pass by itself: a file half written, a template between two saves. True, with another look to
    /// come, until that has lasted for <paramref name="patience"/> without a change.
    /// </summary>
    /// <param name="id">The report.</param>
    /// <param name="patience">For how long.</param>
    /// <param name="anew">Whether the look was wanted also when the workbook's content is what it was.</param>
    public bool Doubt(string id, TimeSpan patience, bool anew)
    {
        lock (_lock)
        {
            var now = DateTime.UtcNow;
            if (!_doubtedSince.TryGetValue(id, out var since)) _doubtedSince[id] = since = now;
            if (now - since >= patience) return false;
            var pause = TimeSpan.FromMilliseconds(Math.Min(200, patience.TotalMilliseconds));
            if (!_looks.ContainsKey(id)) _looks[id] = (now + pause, anew);
            return true;
        }
    }

    /// <summary>Forgets a report.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _doubtedSince.Remove(id);
            _looks.Remove(id);
        }
    }

    /// <summary>Takes a look that is due: of those that <paramref name="rank"/> puts first.</summary>
    public (string Id, bool Anew)? Take(Func<string, int> rank)
    {
        lock (_lock)
        {
            var due = _looks.Where(l => l.Value.Due <= DateTime.UtcNow).OrderBy(l => rank(l.Key)).ThenBy(l => l.Value.Due).FirstOrDefault();
            if (due.Key is null) return null;
            _looks.Remove(due.Key);
            return (due.Key, due.Value.Anew);
        }
    }

    /// <summary>How long until a look is due; at most <paramref name="longest"/>.</summary>
    public TimeSpan Wait(TimeSpan longest)
    {
        lock (_lock)
        {
            if (_looks.Count == 0) return longest;
            var wait = _looks.Values.Min(l => l.Due) - DateTime.UtcNow;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < longest ? wait : longest;
        }
    }
}
