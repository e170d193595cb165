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

    /// <summary>Creates the folder for the lock files of an output folder.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public WorkbookClaims(OutputFolder folder) =>
        _folder = Directory.CreateDirectory(Path.Combine(folder.OwnFolder, "claims")).FullName;

    /// <summary>Claims a workbook; dispose to release.</summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <returns>The claim; null if another watcher, or another workbook with the same lock file, holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    public IDisposable? TryTake(string name)
    {
        try
        {
            return new FileStream(Path.Combine(_folder, SlotOf(name)), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            // The file is locked; other failures of the folder are not a claim.
            return null;
        }
    }

    private static string SlotOf(string name)
    {
        var text = Encoding.UTF8.GetBytes(UnsafeCharacters.Remove(name.Replace('\\', '/')).Normalize(NormalizationForm.FormC));
        // The first byte chooses one of 256 files.
        return SHA256.HashData(text)[0].ToString("x2", CultureInfo.InvariantCulture);
    }
}
