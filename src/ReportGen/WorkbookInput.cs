using ReportGen.Publishing;

namespace ReportGen;

/// <summary>A workbook that was handed in.</summary>
/// <param name="Path">Where it is now.</param>
public sealed record WorkbookInput(string Path)
{
    /// <summary>
    /// Where the user put it, which is its name in the journal and in the ledger. The same as <see cref="Path"/> unless it was
    /// moved aside to be worked on.
    /// </summary>
    public string Origin { get; init; } = Path;

    /// <summary>When it came; see <see cref="SupersedePolicy.NewerResult"/>.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>
    /// When it had been saved last, in UTC, as the one who hands it in saw it; null when he did not look. When it has been
    /// saved again since, it may have been read half written: then a failure is not recorded.
    /// </summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>Whether it was saved again since it was handed in.</summary>
    public bool IsOutdated => Seen is { } seen && Saved() != seen;

    /// <summary>When it was saved last, in UTC; null when that cannot be told.</summary>
    public DateTimeOffset? Saved() => new FileInfo(Path) is { Exists: true } file ? file.LastWriteTimeUtc : null;
}
