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
}
