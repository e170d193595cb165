using System.Collections.Immutable;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Commands;

/// <summary>The workbooks that a command line names: files as they are, folders with all that lies in them.</summary>
internal static class WorkbookFiles
{
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".xls"];

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The files in a lasting order, each once; a finding for every folder without a workbook.</summary>
    public static Outcome<IReadOnlyList<string>> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            string[] found = Directory.Exists(path) ? [.. InFolder(path)] : [path];
            if (found.Length == 0) findings.Add(CommandMessages.NoWorkbook(path));
            files.AddRange(found);
        }

        return new(files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).ToList(), findings.ToImmutable());
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", Deep)
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !IsAside(Path.GetRelativePath(folder, f)))
            .Order(StringComparer.Ordinal);

    // Excel's and WPS's owner files, and everything in hidden folders.
    private static bool IsAside(string path) =>
        path.Split('/', '\\').Any(name => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal));
}
