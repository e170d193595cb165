using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>A file that a body has handed in.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Report">The report in it; null when the file is no workbook of any kind.</param>
/// <param name="Findings">What reading and checking found.</param>
public sealed record Submission(string File, Report? Report, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The findings that stop publication of the report.</summary>
    public IEnumerable<Diagnostic> Errors => Findings.Where(f => f.Severity == Severity.Error);
}
