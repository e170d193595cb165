using ReportGen.Files;

namespace ReportGen.Cli.Inputs;

/// <summary>Finds the workbooks that the paths of a command line name: files, folders and patterns.</summary>
internal static class WorkbookFiles
{
    /// <summary>The file extensions of readable workbooks.</summary>
    public static readonly string[] Extensions = [".xlsx", ".xlsm", ".xls"];

    /// <summary>The file extensions of other spreadsheets, which are accepted so that their authors get a message.</summary>
    public static readonly string[] OtherSheets = [".xlsb", ".xltx", ".et", ".ett", ".ods"];

    // What bodies send instead of a workbook.
    private static readonly string[] s_documents =
        [".doc", ".docx", ".wps", ".wpt", ".rtf", ".pdf", ".ofd", ".zip", ".rar", ".7z"];

    /// <summary>Compares paths of this machine.</summary>
    public static readonly StringComparer PathComparer = OperatingSystem.IsWindows()
        ? StringComparer.OrdinalIgnoreCase
        : StringComparer.Ordinal;

    /// <summary>
    /// Returns distinct files in deterministic order, never null; an error for each path without a workbook, and for each entry
    /// of a folder that is passed over, such as a link. A link that a path itself names is followed.
    /// </summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="output">The output folder, whose files are never input; null for none.</param>
    public static Outcome<IReadOnlyList<string>> Find(IEnumerable<string> paths, string? output = null)
    {
        var files = new List<string>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            var before = findings.Count;
            string[] found = Directory.Exists(path) ? [.. InFolder(path, output, findings)]
                : GlobPattern.IsPattern(path) ? [.. Matching(path, output, findings)]
                : [path];
            if (found.Length == 0 && findings.Count == before)
                findings.Add(GlobPattern.IsPattern(path) ? InputMessages.NoMatch(path) : InputMessages.NoWorkbook(path));
            files.AddRange(found);
        }

        return new(files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).ToList(), findings.ToImmutable());
    }

    /// <summary>
    /// Returns what the coordinator should know about the files in folders of a command line: documents that are no workbooks,
    /// and workbooks that somebody has open. Files and patterns are passed over.
    /// </summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="output">The output folder, whose files are never input; null for none.</param>
    public static IEnumerable<Diagnostic> Remarks(IEnumerable<string> paths, string? output)
    {
        foreach (var folder in paths.Where(Directory.Exists))
        {
            var files = FolderScan.Entries(folder)
                .Where(e => e.Kind == FolderEntryKind.File && !IsBelow(e.Path, output)).Select(e => e.Path)
                .Order(StringComparer.Ordinal).ToList();
            var all = files.ToHashSet(PathComparer);
            foreach (var file in files.Where(f => !IsHidden(Path.GetRelativePath(folder, f))))
            {
                if (IsDocument(file)) yield return InputMessages.NotWorkbook(file);
                else if (HasWorkbookName(file) && LockOf(file, all) is { } lockFile)
                    yield return InputMessages.OpenElsewhere(file, lockFile);
            }
        }
    }

    /// <summary>Whether a file has the name of a document or an archive, as bodies send them instead of a workbook.</summary>
    public static bool IsDocument(string file) =>
        s_documents.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the names of the lock files that Excel, WPS and LibreOffice create beside a workbook.</summary>
    public static IEnumerable<string> LocksOf(string name) => [$"~${name}", $".~{name}", $".~lock.{name}#"];

    /// <summary>Whether a file has the name of a spreadsheet, readable or not.</summary>
    public static bool HasWorkbookName(string file) => Path.GetExtension(file) is var extension
        && (Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            || OtherSheets.Contains(extension, StringComparer.OrdinalIgnoreCase));

    private static string? LockOf(string file, HashSet<string> all) => LocksOf(Path.GetFileName(file))
        .Select(l => Path.Combine(Path.GetDirectoryName(file) ?? "", l)).FirstOrDefault(all.Contains);

    private static List<string> InFolder(string folder, string? output, ImmutableArray<Diagnostic>.Builder findings)
    {
        var files = new List<string>();
        foreach (var entry in FolderScan.Entries(folder).OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            if (IsBelow(entry.Path, output) || IsHidden(Path.GetRelativePath(folder, entry.Path))) continue;
            if (entry.Kind == FolderEntryKind.File && HasWorkbookName(entry.Path)) files.Add(entry.Path);
            else if (MayBeSubmitted(entry) && !IsSame(entry.Path, output))
                findings.Add(InputMessages.PassedOver(entry.Kind, entry.Path));
        }

        return files;
    }

    private static bool MayBeSubmitted(FolderEntry entry) => entry.Kind != FolderEntryKind.File
        && (entry.Kind != FolderEntryKind.Link || HasWorkbookName(entry.Path) || Directory.Exists(entry.Path));

    private static IEnumerable<string> Matching(string pattern, string? output, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var file in GlobPattern.Files(pattern).Where(f => IsWorkbook(f, "") && !IsBelow(f, output)))
        {
            if (RealPath.IsLink(file)) findings.Add(InputMessages.PassedOver(FolderEntryKind.Link, file));
            else yield return file;
        }
    }

    private static bool IsWorkbook(string file, string folder) =>
        HasWorkbookName(file)
        && !IsHidden(folder.Length == 0 ? Path.GetFileName(file) : Path.GetRelativePath(folder, file));

    // Lock files of office programs, and everything in hidden folders.
    private static bool IsHidden(string path) =>
        path.Split('/', '\\').Any(name => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal));

    private static bool IsSame(string path, string? folder) => folder is not null && PathComparer.Equals(
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static bool IsBelow(string file, string? folder) => folder is not null
        && Path.GetFullPath(file).StartsWith(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
