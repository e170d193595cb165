using System.Diagnostics;

namespace ReportGen.Publishing;

/// <summary>
/// A lock among all tasks and processes that publish in a folder: a semaphore within the process, and a file lock among
/// processes, which the operating system releases when the process ends. Waits without blocking a thread. Thread-safe.
/// </summary>
/// <param name="path">The lock file.</param>
internal sealed class PublishLock(string path)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_retryInterval = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim _queue = new(1, 1);

    /// <summary>Acquires the lock; dispose to release.</summary>
    /// <exception cref="IOException">Another process did not release the lock within half a minute.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IDisposable> AcquireAsync(CancellationToken cancellation)
    {
        await _queue.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var waited = Stopwatch.StartNew(); ; await Task.Delay(s_retryInterval, cancellation).ConfigureAwait(false))
                if (TryOpenLockFile(isLastTry: waited.Elapsed > s_timeout) is { } file) return new Releaser(file, _queue);
        }
        catch
        {
            _queue.Release();
            throw;
        }
    }

    /// <summary>Locks the file without waiting; null if another process holds the lock.</summary>
    /// <param name="isLastTry">Whether to throw instead of returning null.</param>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    public FileStream? TryOpenLockFile(bool isLastTry = false)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException) when (!isLastTry)
        {
            // Held by another process; the caller waits.
            return null;
        }
    }

    private sealed class Releaser(FileStream file, SemaphoreSlim queue) : IDisposable
    {
        private int _isReleased;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) != 0) return;
            file.Dispose();
            queue.Release();
        }
    }
}
