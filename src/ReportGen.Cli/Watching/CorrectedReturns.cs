using System.Security.Cryptography;
using ReportGen.Cli.Inputs;
using ReportGen.Files;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Finds the returned workbooks that their authors have corrected and saved where they lie, in the output folder. A file with the
/// content that the program itself has written is none. Not thread-safe.
/// </summary>
/// <param name="folder">The output folder.</param>
/// <param name="journal">Its journal.</param>
internal sealed class CorrectedReturns(OutputFolder folder, Journal journal)
{
    private const long LargestFile = 256 << 20;

    private Dictionary<string, FileStamp> _own = [];

    /// <summary>Returns the corrected workbooks, and the lock files of office programs beside them, by full path.</summary>
    public (IReadOnlyList<FolderEntry> Workbooks, IReadOnlyList<string> Locks) Find()
    {
        var (workbooks, locks, own) = (new List<FolderEntry>(), new List<string>(), new Dictionary<string, FileStamp>());
        try
        {
            journal.Refresh();
            foreach (var entry in FolderScan.Entries(folder.Path).Where(e => e.Kind == FolderEntryKind.File))
            {
                var (name, stamp) = (Path.GetFileName(entry.Path), new FileStamp(entry.Length, entry.Saved));
                if (InboxNames.IsLock(name)) locks.Add(entry.Path);
                else if (!IsReturn(name)) continue;
                // What was not its own is looked at again: the journal names a file only after it is in place.
                else if (_own.GetValueOrDefault(entry.Path) == stamp || HasOwnContent(entry.Path)) own[entry.Path] = stamp;
                else workbooks.Add(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The output folder cannot be read now: a later scan finds them.
            return ([], []);
        }

        _own = own;
        return (workbooks, locks);
    }

    private static bool IsReturn(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return InboxNames.IsWorkbook(name) && ReturnedNames.OriginalOf(stem) != stem;
    }

    private bool HasOwnContent(string path)
    {
        try
        {
            return journal.HasWritten(Convert.ToHexStringLower(SHA256.HashData(RegularFile.ReadBytes(path, LargestFile))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Being saved, or not readable: the watcher waits for it as for any workbook.
            return false;
        }
    }
}
