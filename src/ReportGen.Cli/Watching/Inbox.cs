using System.Collections.Frozen;
using ReportGen.Cli.Inputs;

namespace ReportGen.Cli.Watching;

/// <summary>Size and time of a file, which show a change without reading it.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Saved">Its last write time, in UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime Saved);

/// <summary>The files in the inbox at one moment. Paths are relative to the inbox.</summary>
/// <param name="Workbooks">The submitted files.</param>
/// <param name="Locks">The lock files of office programs.</param>
/// <param name="Others">Files that are neither workbooks nor temporary.</param>
internal sealed record InboxContent(
    ImmutableSortedDictionary<string, FileStamp> Workbooks, FrozenSet<string> Locks, ImmutableArray<string> Others)
{
    /// <summary>Why links and folders that are not entered are passed over.</summary>
    public ImmutableArray<Diagnostic> PassedOver { get; init; } = [];

    /// <summary>Returns the lock file beside a workbook; null if none.</summary>
    public string? LockOf(string workbook)
    {
        var folder = Path.GetDirectoryName(workbook) ?? "";
        return WorkbookFiles.LocksOf(Path.GetFileName(workbook)).Select(l => Path.Combine(folder, l))
            .FirstOrDefault(Locks.Contains);
    }
}

/// <summary>The folder for incoming workbooks, with its subfolders except hidden ones.</summary>
/// <param name="folder">The full path of the folder.</param>
/// <param name="output">The full path of the output folder, which is skipped if it is inside the inbox.</param>
/// <param name="returns">Finds corrected workbooks in the output folder; null to look for none.</param>
internal sealed class Inbox(string folder, string output, CorrectedReturns? returns = null)
{
    /// <summary>The full path of the folder.</summary>
    public string Folder => folder;

    /// <summary>Returns the full path of a file in the inbox.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Lists the files of the inbox.</summary>
    /// <exception cref="IOException">The folder cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public InboxContent Scan()
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException(folder);
        // Unreadable subfolders are skipped; an unreadable inbox must throw.
        using (var first = Directory.EnumerateFileSystemEntries(folder).GetEnumerator()) first.MoveNext();
        var workbooks = ImmutableSortedDictionary.CreateBuilder<string, FileStamp>(WorkbookFiles.PathComparer);
        var locks = new HashSet<string>(WorkbookFiles.PathComparer);
        var others = ImmutableArray.CreateBuilder<string>();
        var passedOver = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var entry in FolderScan.Entries(folder, output))
        {
            var (path, name) = (Path.GetRelativePath(folder, entry.Path), Path.GetFileName(entry.Path));
            if (InboxNames.IsLock(name)) locks.Add(path);
            else if (InboxNames.IsTemporary(name)) continue;
            else if (entry.Kind != FolderEntryKind.File) passedOver.Add(InputMessages.PassedOver(entry.Kind, path));
            else if (InboxNames.IsWorkbook(name)) workbooks[path] = new(entry.Length, entry.Saved);
            else others.Add(path);
        }

        if (returns?.Find() is { } corrected)
        {
            foreach (var entry in corrected.Workbooks)
                workbooks[Path.GetRelativePath(folder, entry.Path)] = new(entry.Length, entry.Saved);
            locks.UnionWith(corrected.Locks.Select(l => Path.GetRelativePath(folder, l)));
        }

        return new InboxContent(workbooks.ToImmutable(), locks.ToFrozenSet(WorkbookFiles.PathComparer), others.ToImmutable())
            { PassedOver = passedOver.ToImmutable() };
    }
}
