using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>What one run of a check has to tell.</summary>
/// <param name="Files">What was found, file by file.</param>
internal sealed record FindingsLog(ImmutableArray<FileFindings> Files)
{
    /// <summary>How strictly it was checked.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Whether accepted findings are shown to people; programs always see them.</summary>
    public bool ShowAccepted { get; init; }

    /// <summary>What each rule demands and why, by its id, as far as the kinds say.</summary>
    public ImmutableDictionary<string, RuleText> Rules { get; init; } = ImmutableDictionary<string, RuleText>.Empty;

    /// <summary>Acceptances that no finding of any file answers to.</summary>
    public IEnumerable<AcceptedFinding> Lapsed => Files.SelectMany(f => f.Lapsed).Distinct().Where(IsLapsedEverywhere);

    private bool IsLapsedEverywhere(AcceptedFinding entry) =>
        Files.Where(f => f.Report is { } report && entry.IsFor(report.Body)).All(f => f.Lapsed.Contains(entry));
}

/// <summary>A rule in words.</summary>
/// <param name="Title">What it demands, in one line.</param>
/// <param name="Reason">Why there is such a rule; null where the kind does not say.</param>
internal sealed record RuleText(LocalizedText Title, LocalizedText? Reason);
