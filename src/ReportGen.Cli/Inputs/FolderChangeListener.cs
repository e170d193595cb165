namespace ReportGen.Cli.Inputs;

/// <summary>
/// Calls back when something changes in a folder. Some or all changes may be missed (events get lost, network folders send none),
/// so callers must also scan regularly. Thread-safe.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="deep">Whether to include its subfolders.</param>
/// <param name="onChange">Called on any thread with the changed path, or with the folder if the path is unknown.</param>
internal sealed class FolderChangeListener(string folder, bool deep, Action<string> onChange) : IDisposable
{
    private const int BufferSize = 64 << 10;

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
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException
                or PlatformNotSupportedException)
            {
                // The folder is missing, or the system has no more watches: the regular scan finds changes.
            }
        }
    }

    /// <summary>Stops listening; <see cref="Start"/> resumes.</summary>
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
            InternalBufferSize = BufferSize,
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
