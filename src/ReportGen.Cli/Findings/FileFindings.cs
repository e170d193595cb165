using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>What was found in one workbook or template.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Findings">In the order of the source, without what was accepted.</param>
internal sealed record FileFindings(string File, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The report in it; null when there is none.</summary>
    public Report? Report { get; init; }

    /// <summary>The SHA-256 of the file; empty where it could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Findings that somebody accepted, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>Acceptances for this body that no finding answers to any more.</summary>
    public ImmutableArray<AcceptedFinding> Lapsed { get; init; } = [];

    /// <summary>What has become of an earlier return's findings; null when none was given.</summary>
    public SinceReturn? Since { get; init; }

    /// <summary>The marked workbook that was written; null when none was.</summary>
    public string? Returned { get; init; }

    /// <summary>The page to sign that was written; null when none was.</summary>
    public string? Review { get; init; }

    /// <summary>Whether nothing stops publication.</summary>
    public bool IsPublishable => Count(Severity.Error) == 0;

    /// <summary>The number of findings of that severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
