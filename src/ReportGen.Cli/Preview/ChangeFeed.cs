using System.Collections.Concurrent;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Tells which files have changed, in batches: as soon as nothing has happened for a blink, and after some blinks at the
/// latest. The system's events may get lost, so every other second all files are looked at as well.
/// </summary>
internal sealed class ChangeFeed : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ScanEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly Func<string, bool> _concerns;
    private readonly Func<IEnumerable<string>> _files;
    private readonly ConcurrentDictionary<string, byte> _changed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0);
    private readonly ImmutableArray<FolderChangeListener> _listeners;
    private readonly Timer _scan;
    private Dictionary<string, (long Length, DateTime Written)> _seen;

    /// <param name="folders">The folders to watch, and whether what lies below them counts.</param>
    /// <param name="concerns">Whether a path matters.</param>
    /// <param name="files">All files that matter, for the scan.</param>
    public ChangeFeed(IEnumerable<(string Folder, bool Deep)> folders, Func<string, bool> concerns, Func<IEnumerable<string>> files)
    {
        _concerns = concerns;
        _files = files;
        _seen = Look();
        _listeners = [.. folders.Select(f => new FolderChangeListener(Path.GetFullPath(f.Folder), f.Deep, Add))];
        foreach (var listener in _listeners) listener.Start();
        _scan = new Timer(_ => Scan(), null, ScanEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The paths that have changed; empty when none has until <paramref name="wait"/> is over.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IReadOnlyCollection<string>> NextAsync(TimeSpan wait, CancellationToken cancellation)
    {
        if (!await _signal.WaitAsync(wait, cancellation).ConfigureAwait(false)) return [];
        var latest = DateTime.UtcNow + Longest;
        while (DateTime.UtcNow < latest && await _signal.WaitAsync(Quiet, cancellation).ConfigureAwait(false))
        {
            // Each event begins the quiet anew.
        }

        var batch = _changed.Keys.ToList();
        foreach (var path in batch) _changed.TryRemove(path, out _);
        return batch;
    }

    /// <summary>Tells of these paths once more in a moment: they could not be dealt with now.</summary>
    public async Task TellAgainAsync(IEnumerable<string> paths)
    {
        await Task.Delay(TellAgainAfter).ConfigureAwait(false);
        foreach (var path in paths) Add(path);
    }

    /// <summary>Ends the present wait.</summary>
    public void Wake() => _signal.Release();

    public void Dispose()
    {
        _scan.Dispose();
        foreach (var listener in _listeners) listener.Dispose();
    }

    private void Add(string path)
    {
        if (!_concerns(path)) return;
        _changed[path] = 0;
        _signal.Release();
    }

    private void Scan()
    {
        try
        {
            var now = Look();
            foreach (var path in now.Where(f => !_seen.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key)
                         .Concat(_seen.Keys.Where(k => !now.ContainsKey(k))))
                Add(path);
            _seen = now;
            _scan.Change(ScanEvery, Timeout.InfiniteTimeSpan);
            // One that lost events has stopped itself.
            foreach (var listener in _listeners) listener.Start();
        }
        catch (ObjectDisposedException)
        {
            // The preview has ended.
        }
    }

    private Dictionary<string, (long, DateTime)> Look()
    {
        var found = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        try
        {
            foreach (var path in _files())
            {
                var info = new FileInfo(path);
                if (info.Exists) found[path] = (info.Length, info.LastWriteTimeUtc);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that goes away while it is read; the next scan sees what is left.
        }

        return found;
    }
}
