namespace ReportGen.Cli.Watching;

/// <summary>
/// Rings when something happens in a folder. It may miss things (events get lost, network folders send none) and may not
/// work at all: what it says is only ever a reason to look.
/// </summary>
/// <param name="folder">The folder, with all below it.</param>
/// <param name="ring">Called on any thread.</param>
internal sealed class FolderBell(string folder, Action ring) : IDisposable
{
    private const int LargestBuffer = 64 << 10;

    private readonly Lock _lock = new();
    private FileSystemWatcher? _watcher;

    /// <summary>Hangs the bell up, if it does not hang.</summary>
    public void HangUp()
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

    /// <summary>Takes the bell down; it may be hung up again.</summary>
    public void TakeDown()
    {
        lock (_lock)
        {
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => TakeDown();

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = LargestBuffer,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        watcher.Created += (_, _) => ring();
        watcher.Changed += (_, _) => ring();
        watcher.Deleted += (_, _) => ring();
        watcher.Renamed += (_, _) => ring();
        watcher.Error += (_, _) => Task.Run(TakeDown).ContinueWith(_ => ring(), TaskScheduler.Default);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
