using System.Diagnostics;

namespace ReportGen.Publishing;

/// <summary>
/// A lock among all tasks and processes that publish in a folder: a queue within the process, and a lock of the operating
/// system on a file among processes, which ends with the process that has it. Waiting holds no thread. Thread-safe.
/// </summary>
/// <param name="path">The lock file.</param>
internal sealed class PublishLock(string path)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim _queue = new(1, 1);

    /// <summary>Waits for the lock; dispose to release.</summary>
    /// <exception cref="IOException">Another process did not release the lock within half a minute.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IDisposable> AcquireAsync(CancellationToken cancellation)
    {
        await _queue.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return new Held(await OpenLockFileAsync(cancellation).ConfigureAwait(false), _queue);
        }
        catch
        {
            _queue.Release();
            throw;
        }
    }

    /// <summary>Takes the lock if it is free at once; null if not.</summary>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    public IDisposable? TryAcquire()
    {
        if (!_queue.Wait(0)) return null;
        if (TryOpenLockFile(out _) is { } file) return new Held(file, _queue);
        _queue.Release();
        return null;
    }

    private async Task<FileStream> OpenLockFileAsync(CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(RetryInterval, cancellation).ConfigureAwait(false))
        {
            if (TryOpenLockFile(out var failure) is { } file) return file;
            if (waited.Elapsed > LongestWait) throw failure!;
        }
    }

    private FileStream? TryOpenLockFile(out IOException? failure)
    {
        try
        {
            failure = null;
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e)
        {
            failure = e;
            return null;
        }
    }

    private sealed class Held(FileStream file, SemaphoreSlim queue) : IDisposable
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
