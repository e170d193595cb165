namespace ReportGen.Cli.Inputs;

/// <summary>The workbooks that a command line names: files as they are, folders and patterns with all that they hold.</summary>
internal static class WorkbookFiles
{
    /// <summary>The endings of workbooks that can be read.</summary>
    public static readonly string[] Endings = [".xlsx", ".xlsm", ".xls"];

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Distinct files in deterministic order; a finding for every folder or pattern without a workbook.</summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="output">A folder whose files are results and never workbooks handed in; null for none.</param>
    public static Outcome<IReadOnlyList<string>> Find(IEnumerable<string> paths, string? output = null)
    {
        var files = new List<string>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            string[] found = Directory.Exists(path) ? [.. InFolder(path).Where(f => !IsBelow(f, output))]
                : GlobPattern.IsPattern(path) ? [.. GlobPattern.Files(path).Where(f => IsWorkbook(f, "") && !IsBelow(f, output))]
                : [path];
            if (found.Length == 0) findings.Add(GlobPattern.IsPattern(path) ? InputMessages.NoMatch(path) : InputMessages.NoWorkbook(path));
            files.AddRange(found);
        }

        return new(files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).ToList(), findings.ToImmutable());
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", Deep).Where(f => IsWorkbook(f, folder)).Order(StringComparer.Ordinal);

    private static bool IsWorkbook(string file, string folder) =>
        Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        && !IsAside(folder.Length == 0 ? Path.GetFileName(file) : Path.GetRelativePath(folder, file));

    // The owner files of office programs, and everything in hidden folders.
    private static bool IsAside(string path) =>
        path.Split('/', '\\').Any(name => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal));

    private static bool IsBelow(string file, string? folder) => folder is not null
        && Path.GetFullPath(file).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
