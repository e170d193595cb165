using System.Security.Cryptography;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Ensures that only one watcher of an output folder processes a workbook. A claim is a file lock, which the operating system
/// releases when the process ends. Workbooks share a fixed number of lock files, because a lock file cannot be deleted safely;
/// two workbooks with the same lock file are processed one after the other. Thread-safe.
/// </summary>
internal sealed class WorkbookClaims
{
    private readonly string _folder;

    // Of this watcher, by lock file: its own workbooks wait for each other.
    private readonly SemaphoreSlim[] _own = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Creates the folder for the lock files of an output folder.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public WorkbookClaims(OutputFolder folder) =>
        _folder = Directory.CreateDirectory(Path.Combine(folder.OwnFolder, "claims")).FullName;

    /// <summary>
    /// Claims a workbook; dispose to release. Waits while this watcher processes another one with the same lock file.
    /// </summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The claim; null if another watcher holds it, or another workbook with the same lock file.</returns>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<IDisposable?> TakeAsync(string name, CancellationToken cancellation)
    {
        var slot = SlotOf(name);
        await _own[slot].WaitAsync(cancellation).ConfigureAwait(false);
        FileStream? file = null;
        try
        {
            file = TryLock(Path.Combine(_folder, slot.ToString("x2", CultureInfo.InvariantCulture)));
            return file is null ? null : new Claim(file, _own[slot]);
        }
        finally
        {
            if (file is null) _own[slot].Release();
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            // The file is locked; other failures of the folder are not a claim.
            return null;
        }
    }

    private static byte SlotOf(string name)
    {
        var text = Encoding.UTF8.GetBytes(UnsafeCharacters.Remove(name.Replace('\\', '/')).Normalize(NormalizationForm.FormC));
        // The first byte chooses one of 256 files.
        return SHA256.HashData(text)[0];
    }

    private sealed class Claim(FileStream file, SemaphoreSlim own) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            own.Release();
        }
    }
}
