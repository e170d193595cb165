using ReportGen.Files;
using ReportGen.Publishing;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Checking;

/// <summary>The folder for returned workbooks. Never replaces a file that a user has changed.</summary>
/// <param name="folder">The folder; created if missing.</param>
/// <param name="workbooks">The workbooks of the run, which may be in the folder.</param>
/// <param name="names">The names of their files.</param>
internal sealed class ReturnFolder(string folder, IEnumerable<string> workbooks, OutputNames names)
{
    private readonly ImmutableHashSet<string> _submitted = workbooks.Select(Path.GetFullPath)
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a returned workbook atomically.</summary>
    /// <returns>The path of the written file.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public string Write(string workbook, ReadOnlySpan<byte> content)
    {
        var path = OutputNames.Numbered(names[workbook] + ReturnedNames.Workbook).Select(n => Path.Combine(folder, n + ".xlsx"))
            .First(MayWrite);
        AtomicFile.Write(path, content);
        return path;
    }

    // A returned workbook may be replaced until a user saves it; a submitted one never.
    private bool MayWrite(string path) =>
        !_submitted.Contains(Path.GetFullPath(path))
            && (!Path.Exists(path) || IsUntouched(path));

    private static bool IsUntouched(string path)
    {
        try
        {
            return WorkbookMarker.IsUntouched(RegularFile.ReadBytes(path, int.MaxValue));
        }
        catch (NotRegularFileException)
        {
            return false;
        }
    }
}
