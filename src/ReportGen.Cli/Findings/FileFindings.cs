using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>The findings of one workbook or template.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Findings">The findings that are not accepted, in the order of the source.</param>
internal sealed record FileFindings(string File, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Its report; null if none.</summary>
    public Report? Report { get; init; }

    /// <summary>The SHA-256 of the file; empty if it could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Accepted findings, each with the reason.</summary>
    public ImmutableArray<(Diagnostic Finding, string Reason)> Accepted { get; init; } = [];

    /// <summary>Accepted findings of this body that no longer occur.</summary>
    public ImmutableArray<AcceptedFinding> Lapsed { get; init; } = [];

    /// <summary>The comparison with an earlier return; null if none was given.</summary>
    public ReturnDelta? Since { get; init; }

    /// <summary>The path of the returned workbook; null if none was written.</summary>
    public string? Returned { get; init; }

    /// <summary>The path of the review page; null if none was written.</summary>
    public string? Review { get; init; }

    /// <summary>Whether nothing stops publication.</summary>
    public bool IsPublishable => Count(Severity.Error) == 0;

    /// <summary>Counts the findings of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
