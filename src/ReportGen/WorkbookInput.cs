namespace ReportGen.Cli.Building;

/// <summary>A workbook that was handed in.</summary>
/// <param name="Path">Where it is now.</param>
internal sealed record Submission(string Path)
{
    /// <summary>
    /// Where the user put it, which is its name in the journal and in the ledger. The same as <see cref="Path"/> unless it was
    /// moved aside to be worked on.
    /// </summary>
    public string Origin { get; init; } = Path;

    /// <summary>
    /// When it came; <see cref="DateTimeOffset.MinValue"/> when nobody saw it come; null for just now. Of two workbooks that
    /// would have the same files, the one that comes after the other's result was published replaces it; of two that come
    /// together, the one saved later stands.
    /// </summary>
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
