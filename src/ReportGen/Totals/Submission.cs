using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>A file that a body has submitted.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Report">Its report; null if the file is not a workbook of a known kind.</param>
/// <param name="Findings">The findings of reading and checking; empty if none.</param>
public sealed record Submission(string File, Report? Report, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>
    /// When the file was saved, in UTC; null if unknown. Of two reports of a body, the one saved last is counted.
    /// </summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>The findings that prevent publication of the report.</summary>
    public IEnumerable<Diagnostic> Errors => Findings.Where(f => f.Severity == Severity.Error);
}
