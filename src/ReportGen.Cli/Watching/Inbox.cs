using System.Collections.Frozen;
using System.IO.Enumeration;

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
    /// <summary>Returns the lock file beside a workbook; null if none.</summary>
    public string? LockOf(string workbook)
    {
        var folder = Path.GetDirectoryName(workbook) ?? "";
        return InboxNames.LocksOf(Path.GetFileName(workbook)).Select(l => Path.Combine(folder, l)).FirstOrDefault(Locks.Contains);
    }
}

/// <summary>The folder for incoming workbooks, with its subfolders except hidden ones.</summary>
/// <param name="folder">The full path of the folder.</param>
/// <param name="output">The full path of the output folder, which is skipped if it is inside the inbox.</param>
internal sealed class Inbox(string folder, string output)
{
    private static readonly EnumerationOptions s_everything = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 16, IgnoreInaccessible = true, AttributesToSkip = 0,
    };

    private static readonly StringComparer s_pathOrder = OperatingSystem.IsWindows()
        ? StringComparer.OrdinalIgnoreCase
        : StringComparer.Ordinal;

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
        var workbooks = ImmutableSortedDictionary.CreateBuilder<string, FileStamp>(s_pathOrder);
        var locks = new HashSet<string>(s_pathOrder);
        var others = ImmutableArray.CreateBuilder<string>();
        foreach (var (path, stamp) in Files())
        {
            var name = Path.GetFileName(path);
            if (InboxNames.IsLock(name)) locks.Add(path);
            else if (InboxNames.IsWorkbook(name)) workbooks[path] = stamp;
            else if (!InboxNames.IsTemporary(name)) others.Add(path);
        }

        return new InboxContent(workbooks.ToImmutable(), locks.ToFrozenSet(s_pathOrder), others.ToImmutable());
    }

    private FileSystemEnumerable<(string Path, FileStamp Stamp)> Files() => new(folder, Found, s_everything)
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsLink(ref entry),
        ShouldRecursePredicate = (ref entry) =>
            !IsLink(ref entry) && entry.FileName[0] != '.' && !s_pathOrder.Equals(entry.ToFullPath(), output),
    };

    private (string Path, FileStamp Stamp) Found(ref FileSystemEntry entry) =>
        (Path.GetRelativePath(folder, entry.ToFullPath()), new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime));

    // Links are not followed. On Windows, a cloud file that is not downloaded is also a reparse point.
    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && (entry.IsDirectory || !OperatingSystem.IsWindows());
}
