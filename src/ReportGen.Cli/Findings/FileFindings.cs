using System.Collections.Immutable;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Findings;

/// <summary>What was found in one workbook or template.</summary>
/// <param name="File">The path as the user gave it.</param>
/// <param name="Findings">In the order of the source.</param>
internal sealed record FileFindings(string File, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Whether nothing stops publication.</summary>
    public bool IsPublishable => Count(Severity.Error) == 0;

    /// <summary>The number of findings of that severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
