namespace ReportGen.Cli.Commands;

/// <summary>
/// One <c>reportgen start</c> at a time for a folder. A second one asks the first to show its page, and ends.
/// </summary>
internal sealed class RunningInstance : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);
    private readonly FileStream _lock;
    private readonly string _request;

    private RunningInstance(FileStream held, string request) => (_lock, _request) = (held, request);

    /// <summary>Becomes the running one; null if there is one, which has then been asked to show its page.</summary>
    /// <param name="folder">The folder for the lock; created if missing.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static RunningInstance? TryBecome(string folder)
    {
        Directory.CreateDirectory(folder);
        var request = Path.Combine(folder, "show-page");
        if (TryLock(Path.Combine(folder, "start.lock")) is not { } held)
        {
            File.WriteAllText(request, "");
            return null;
        }

        File.Delete(request);
        return new RunningInstance(held, request);
    }

    /// <summary>Calls <paramref name="show"/> whenever another start asks for the page, until cancelled.</summary>
    public async Task AnswerAsync(Action show, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(s_interval);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            if (!File.Exists(_request)) continue;
            File.Delete(_request);
            show();
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
