using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>The findings of one run of a check.</summary>
/// <param name="Files">The findings by file.</param>
internal sealed record FindingsLog(ImmutableArray<FileFindings> Files)
{
    /// <summary>The profile of the check.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Whether text output includes accepted findings; other formats always do.</summary>
    public bool ShowAccepted { get; init; }

    /// <summary>The text of each rule by its id, as far as the kinds define it.</summary>
    public ImmutableDictionary<string, RuleText> Rules { get; init; } = ImmutableDictionary<string, RuleText>.Empty;

    /// <summary>Accepted findings that no longer occur in any file.</summary>
    public IEnumerable<AcceptedFinding> Lapsed => Files.SelectMany(f => f.Lapsed).Distinct().Where(IsLapsedEverywhere);

    private bool IsLapsedEverywhere(AcceptedFinding entry) =>
        Files.Where(f => f.Report is { } report && entry.IsFor(report.Body)).All(f => f.Lapsed.Contains(entry));
}

/// <summary>The text of a rule.</summary>
/// <param name="Title">What the rule requires, in one line.</param>
/// <param name="Reason">The reason for the rule; null if the kind does not define it.</param>
internal sealed record RuleText(LocalizedText Title, LocalizedText? Reason);
