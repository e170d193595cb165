using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Findings;

/// <summary>The differences between the findings of a workbook and those of an earlier return.</summary>
/// <param name="File">The returned workbook, as the user gave it.</param>
/// <param name="Fixed">Findings of the return that no longer occur.</param>
/// <param name="New">Findings that the return does not have, including accepted ones.</param>
internal sealed record ReturnDelta(string File, ImmutableArray<ReturnedFinding> Fixed, ImmutableHashSet<Diagnostic> New)
{
    /// <summary>The number of findings of the return that still occur.</summary>
    public required int Remaining { get; init; }

    /// <summary>The number of findings of the return that have been accepted since.</summary>
    public required int Accepted { get; init; }

    /// <summary>The number of findings that the return does not have, without accepted ones.</summary>
    public required int Added { get; init; }

    /// <summary>Compares findings with those of a return. Findings accepted since are neither fixed nor remaining.</summary>
    public static ReturnDelta Of(
        string file, ImmutableArray<ReturnedFinding> earlier, ImmutableArray<Diagnostic> findings,
        IEnumerable<Diagnostic> accepted)
    {
        var acceptedFindings = Set(accepted);
        var comparison = ReturnedWorkbookReader.Compare(earlier, [.. findings, .. acceptedFindings]);
        var open = comparison.Remaining.Count(f => !acceptedFindings.Contains(f));
        return new(file, comparison.Fixed, Set(comparison.New))
        {
            Remaining = open,
            Accepted = comparison.Remaining.Length - open,
            Added = findings.Length - open,
        };
    }

    private static ImmutableHashSet<Diagnostic> Set(IEnumerable<Diagnostic> findings) =>
        findings.ToImmutableHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
}
