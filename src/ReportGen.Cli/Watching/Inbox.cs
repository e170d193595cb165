using System.Collections.Frozen;
using System.IO.Enumeration;

namespace ReportGen.Cli.Watching;

/// <summary>By what a change of a file is seen without reading it.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Saved">When it was written last, in UTC.</param>
internal readonly record struct FileStamp(long Length, DateTime Saved);

/// <summary>What lies in the inbox at a moment. Paths are relative to it.</summary>
/// <param name="Workbooks">The files handed in.</param>
/// <param name="Locks">The lock files of office programs.</param>
/// <param name="Others">Files that are no workbooks and that no program made for itself.</param>
internal sealed record InboxContent(
    ImmutableSortedDictionary<string, FileStamp> Workbooks, FrozenSet<string> Locks, ImmutableArray<string> Others)
{
    /// <summary>The lock file beside a workbook; null when nobody has it open.</summary>
    public string? LockOf(string workbook)
    {
        var folder = Path.GetDirectoryName(workbook) ?? "";
        return InboxNames.LocksOf(Path.GetFileName(workbook)).Select(l => Path.Combine(folder, l)).FirstOrDefault(Locks.Contains);
    }
}

/// <summary>The folder that workbooks are put into, with all folders below it that are not hidden.</summary>
/// <param name="folder">The folder, as a full path.</param>
/// <param name="output">The output folder, as a full path: what is published in the inbox is not handed in.</param>
internal sealed class Inbox(string folder, string output)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 16, IgnoreInaccessible = true, AttributesToSkip = 0,
    };

    private static readonly StringComparer PathOrder = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The folder, as a full path.</summary>
    public string Folder => folder;

    /// <summary>The full path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Looks through the folder.</summary>
    /// <exception cref="IOException">The folder cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public InboxContent Look()
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException(folder);
        // What may not be read below is passed over; the inbox itself may not be.
        using (var first = Directory.EnumerateFileSystemEntries(folder).GetEnumerator()) first.MoveNext();
        var workbooks = ImmutableSortedDictionary.CreateBuilder<string, FileStamp>(PathOrder);
        var locks = new HashSet<string>(PathOrder);
        var others = ImmutableArray.CreateBuilder<string>();
        foreach (var (path, stamp) in Files())
        {
            var name = Path.GetFileName(path);
            if (InboxNames.IsLock(name)) locks.Add(path);
            else if (InboxNames.IsWorkbook(name)) workbooks[path] = stamp;
            else if (!InboxNames.IsAside(name)) others.Add(path);
        }

        return new InboxContent(workbooks.ToImmutable(), locks.ToFrozenSet(PathOrder), others.ToImmutable());
    }

    private FileSystemEnumerable<(string Path, FileStamp Stamp)> Files() => new(folder, Found, Everything)
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsLink(ref entry),
        ShouldRecursePredicate = (ref entry) => !IsLink(ref entry) && entry.FileName[0] != '.' && !PathOrder.Equals(entry.ToFullPath(), output),
    };

    private (string Path, FileStamp Stamp) Found(ref FileSystemEntry entry) =>
        (Path.GetRelativePath(folder, entry.ToFullPath()), new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime));

    // A link could lead anywhere. On Windows a file that a cloud folder has not fetched yet looks like one.
    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && (entry.IsDirectory || !OperatingSystem.IsWindows());
}
