namespace ReportGen.Cli.Inputs;

/// <summary>Finds the workbooks that the paths of a command line name: files, folders and patterns.</summary>
internal static class WorkbookFiles
{
    /// <summary>The file extensions of readable workbooks.</summary>
    public static readonly string[] Extensions = [".xlsx", ".xlsm", ".xls"];

    private static readonly EnumerationOptions s_deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Returns distinct files in deterministic order, never null; an error for each path without a workbook.</summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="output">The output folder, whose files are never input; null for none.</param>
    public static Outcome<IReadOnlyList<string>> Find(IEnumerable<string> paths, string? output = null)
    {
        var files = new List<string>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            string[] found = Directory.Exists(path) ? [.. InFolder(path).Where(f => !IsBelow(f, output))]
                : GlobPattern.IsPattern(path) ? [.. GlobPattern.Files(path).Where(f => IsWorkbook(f, "") && !IsBelow(f, output))]
                : [path];
            if (found.Length == 0)
                findings.Add(GlobPattern.IsPattern(path) ? InputMessages.NoMatch(path) : InputMessages.NoWorkbook(path));
            files.AddRange(found);
        }

        return new(files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).ToList(), findings.ToImmutable());
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", s_deep).Where(f => IsWorkbook(f, folder)).Order(StringComparer.Ordinal);

    private static bool IsWorkbook(string file, string folder) =>
        Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        && !IsHidden(folder.Length == 0 ? Path.GetFileName(file) : Path.GetRelativePath(folder, file));

    // Lock files of office programs, and everything in hidden folders.
    private static bool IsHidden(string path) =>
        path.Split('/', '\\').Any(name => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal));

    private static bool IsBelow(string file, string? folder) => folder is not null
        && Path.GetFullPath(file).StartsWith(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
