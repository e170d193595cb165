namespace ReportGen.Cli.Inputs;

/// <summary>
/// Calls back when something changes in a folder. Changes may be missed (events get lost, network folders send none), or all
/// of them: a call is only ever a reason to look. Thread-safe.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="deep">Whether what lies below it counts.</param>
/// <param name="onChange">Called on any thread with the path that has changed; with the folder where it is not known.</param>
internal sealed class FolderChangeListener(string folder, bool deep, Action<string> onChange) : IDisposable
{
    private const int LargestBuffer = 64 << 10;

    private readonly Lock _lock = new();
    private FileSystemWatcher? _watcher;

    /// <summary>Starts listening; no-op if already started.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_watcher is not null) return;
            try
            {
                _watcher = Watch();
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                // No such folder, or no more watches to be had: the regular look finds what there is.
            }
        }
    }

    /// <summary>Stops listening; may be started again.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = deep,
            InternalBufferSize = LargestBuffer,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        watcher.Created += (_, e) => onChange(e.FullPath);
        watcher.Changed += (_, e) => onChange(e.FullPath);
        watcher.Deleted += (_, e) => onChange(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            onChange(e.OldFullPath);
            onChange(e.FullPath);
        };
        watcher.Error += (_, _) => Task.Run(Stop).ContinueWith(_ => onChange(folder), TaskScheduler.Default);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
