using System.Security.Cryptography;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Who works on a workbook, among all watchers of an output folder. A claim is a lock of the operating system: it is had by
/// one at a time, and ends with the process that has it, however that ends. Workbooks share a fixed number of lock files,
/// because to remove one safely is impossible; two that share one are worked on one after the other.
/// </summary>
internal sealed class WorkbookClaims
{
    private const int Slots = 256;

    private readonly string _folder;

    /// <summary>The claims of an output folder.</summary>
    /// <exception cref="IOException">Their folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Their folder may not be made.</exception>
    public WorkbookClaims(OutputFolder folder) =>
        _folder = Directory.CreateDirectory(Path.Combine(folder.OwnFolder, "claims")).FullName;

    /// <summary>Claims a workbook until the result is disposed of.</summary>
    /// <param name="name">Its path in the inbox.</param>
    /// <returns>The claim; null when another has it.</returns>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be written.</exception>
    public IDisposable? TryTake(string name)
    {
        try
        {
            return new FileStream(Path.Combine(_folder, SlotOf(name)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    private static string SlotOf(string name)
    {
        var text = Encoding.UTF8.GetBytes(name.Replace('\\', '/').Normalize(NormalizationForm.FormC));
        return (SHA256.HashData(text)[0] % Slots).ToString("x2", CultureInfo.InvariantCulture);
    }
}
