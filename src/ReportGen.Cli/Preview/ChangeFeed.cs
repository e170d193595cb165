using System.Collections.Concurrent;
using System.Diagnostics;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Reports changed files in batches: after a short quiet time, or at the latest after a maximum delay. File system events may get
/// lost, so all files are also scanned every two seconds. Thread-safe.
/// </summary>
internal sealed class ChangeFeed : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_scanEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_repeatDelay = TimeSpan.FromMilliseconds(200);

    private readonly Func<string, bool> _isRelevant;
    private readonly Func<IEnumerable<string>> _files;
    private readonly ConcurrentDictionary<string, byte> _changed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0);
    private readonly ImmutableArray<FolderChangeListener> _listeners;
    private readonly Timer _scan;
    private Dictionary<string, (long Length, DateTime Written)> _seen;

    /// <param name="folders">The folders to watch, and whether to include their subfolders.</param>
    /// <param name="isRelevant">Whether to report a changed path.</param>
    /// <param name="files">Lists all relevant files for the scan.</param>
    public ChangeFeed(IEnumerable<(string Folder, bool Deep)> folders, Func<string, bool> isRelevant,
        Func<IEnumerable<string>> files)
    {
        _isRelevant = isRelevant;
        _files = files;
        _seen = Snapshot();
        _listeners = [.. folders.Select(f => new FolderChangeListener(Path.GetFullPath(f.Folder), f.Deep, Add))];
        foreach (var listener in _listeners) listener.Start();
        _scan = new Timer(_ => Scan(), null, s_scanEvery, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for changes and returns their paths; empty after <paramref name="wait"/> or <see cref="Wake"/>.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IReadOnlyCollection<string>> NextAsync(TimeSpan wait, CancellationToken cancellation)
    {
        if (!await _signal.WaitAsync(wait, cancellation).ConfigureAwait(false)) return [];
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < s_maxDelay
            && await _signal.WaitAsync(s_quiet, cancellation).ConfigureAwait(false))
        {
            // Each event restarts the quiet time.
        }

        var batch = _changed.Keys.ToList();
        foreach (var path in batch) _changed.TryRemove(path, out _);
        return batch;
    }

    /// <summary>Reports paths again after a short delay, because they could not be processed.</summary>
    public async Task RepeatAsync(IEnumerable<string> paths)
    {
        await Task.Delay(s_repeatDelay).ConfigureAwait(false);
        foreach (var path in paths) Add(path);
    }

    /// <summary>Ends the current wait.</summary>
    public void Wake() => _signal.Release();

    public void Dispose()
    {
        _scan.Dispose();
        foreach (var listener in _listeners) listener.Dispose();
    }

    private void Add(string path)
    {
        if (!_isRelevant(path)) return;
        _changed[path] = 0;
        _signal.Release();
    }

    private void Scan()
    {
        try
        {
            var now = Snapshot();
            foreach (var path in now.Where(f => !_seen.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key)
                         .Concat(_seen.Keys.Where(k => !now.ContainsKey(k))))
            {
                Add(path);
            }

            _seen = now;
            _scan.Change(s_scanEvery, Timeout.InfiniteTimeSpan);
            // A listener that lost events has stopped.
            foreach (var listener in _listeners) listener.Start();
        }
        catch (ObjectDisposedException)
        {
            // Disposed meanwhile.
        }
    }

    private Dictionary<string, (long, DateTime)> Snapshot()
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
            // The folder disappeared during the scan; the next scan sees the result.
        }

        return found;
    }
}
