using ReportGen.Publishing;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Checking;

/// <summary>Where marked workbooks go. What somebody has worked on is never replaced.</summary>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="workbooks">The workbooks of the run, which may lie in it.</param>
/// <param name="names">Names for them.</param>
internal sealed class ReturnFolder(string folder, IEnumerable<string> workbooks, OutputNames names)
{
    private readonly ImmutableHashSet<string> _submitted = workbooks.Select(Path.GetFullPath).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a marked workbook, whole or not at all.</summary>
    /// <returns>Where it was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public string Write(string workbook, ReadOnlySpan<byte> content)
    {
        var path = OutputNames.Numbered(names[workbook] + OutputNames.Returned).Select(n => Path.Combine(folder, n + ".xlsx")).First(MayWrite);
        AtomicFile.Write(path, content);
        return path;
    }

    // A return that nobody has saved since is ours to replace; a submitted or corrected workbook is not.
    private bool MayWrite(string path) =>
        !_submitted.Contains(Path.GetFullPath(path)) && (!File.Exists(path) || WorkbookMarker.IsUntouched(File.ReadAllBytes(path)));
}
