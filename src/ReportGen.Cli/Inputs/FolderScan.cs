using System.IO.Enumeration;

namespace ReportGen.Cli.Inputs;

/// <summary>An entry of a folder or of its subfolders.</summary>
/// <param name="Path">Its path, which starts with the folder's as given.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">The size of a file, in bytes.</param>
/// <param name="Saved">The last write time of a file, in UTC.</param>
internal readonly record struct FolderEntry(string Path, FolderEntryKind Kind, long Length, DateTime Saved);

/// <summary>What an entry of a folder is.</summary>
internal enum FolderEntryKind
{
    /// <summary>A file. It may still be a pipe or a device, which shows when it is opened.</summary>
    File,

    /// <summary>A link to a folder, or a link with the name of a workbook. Not followed.</summary>
    Link,

    /// <summary>A folder with the name of a workbook. Not entered.</summary>
    FolderOfThatName,

    /// <summary>A folder below too many others. Not entered.</summary>
    TooDeep,
}

/// <summary>
/// Lists a folder that others can write to. Links are not followed: a link names a file that its author could perhaps not read
/// himself, and it would be published. Hidden folders are not entered.
/// </summary>
internal static class FolderScan
{
    /// <summary>The number of folders, one in the other, that are entered.</summary>
    public const int MaxDepth = 16;

    private static readonly EnumerationOptions s_everything = new()
        { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Returns the entries, in no order. Folders that cannot be read are skipped.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="output">The full path of a folder to skip; null for none.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static IEnumerable<FolderEntry> Entries(string folder, string? output = null) =>
        new FileSystemEnumerable<FolderEntry>(folder, Entry, s_everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsReported(ref entry, output),
            ShouldRecursePredicate = (ref entry) => IsEntered(ref entry, output) && KindOf(ref entry) == FolderEntryKind.File,
        };

    private static FolderEntry Entry(ref FileSystemEntry entry) => new(entry.ToSpecifiedFullPath(), KindOf(ref entry),
        entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.UtcDateTime);

    private static bool IsReported(ref FileSystemEntry folder, string? output) =>
        IsEntered(ref folder, output) && KindOf(ref folder) != FolderEntryKind.File;

    private static bool IsEntered(ref FileSystemEntry folder, string? output) =>
        folder.FileName[0] != '.' && (output is null || !WorkbookFiles.PathComparer.Equals(folder.ToFullPath(), output));

    private static FolderEntryKind KindOf(ref FileSystemEntry entry) =>
        IsLink(ref entry) ? FolderEntryKind.Link
        : !entry.IsDirectory ? FolderEntryKind.File
        : WorkbookFiles.HasWorkbookName(entry.FileName.ToString()) ? FolderEntryKind.FolderOfThatName
        : DepthOf(ref entry) > MaxDepth ? FolderEntryKind.TooDeep
        : FolderEntryKind.File;

    private static int DepthOf(ref FileSystemEntry folder) =>
        folder.Directory[folder.RootDirectory.Length..].Trim(Path.DirectorySeparatorChar) is { Length: > 0 } below
            ? below.Count(Path.DirectorySeparatorChar) + 2 : 1;

    // On Windows, a cloud file that is not downloaded is also a reparse point.
    private static bool IsLink(ref FileSystemEntry entry) =>
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && (entry.IsDirectory || !OperatingSystem.IsWindows());
}
