using ReportGen.Publishing;

namespace ReportGen;

/// <summary>A submitted workbook.</summary>
/// <param name="Path">The path to read.</param>
public sealed record WorkbookInput(string Path)
{
    /// <summary>The path that names the workbook in the journal and the ledger (default: <see cref="Path"/>).</summary>
    public string Origin { get; init; } = Path;

    /// <summary>
    /// The length of the journal in bytes when the workbook arrived; see <see cref="SupersedePolicy.NewerResult"/>.
    /// </summary>
    public long? Arrived { get; init; }

    /// <summary>
    /// The last write time, in UTC, when the workbook was submitted; null if unknown. If the file was written since, it may have
    /// been read incomplete, and a failure is not recorded.
    /// </summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>Whether the file was written since it was submitted.</summary>
    public bool IsOutdated => Seen is { } seen && Saved() != seen;

    /// <summary>Returns the last write time in UTC; null if the file does not exist.</summary>
    public DateTimeOffset? Saved() => new FileInfo(Path) is { Exists: true } file ? file.LastWriteTimeUtc : null;
}
