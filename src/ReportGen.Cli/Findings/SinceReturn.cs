using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Findings;

/// <summary>Findings held against an earlier return of the same workbook.</summary>
/// <param name="File">The returned workbook, as the user gave it.</param>
/// <param name="Fixed">Its findings that are gone.</param>
/// <param name="New">The findings that it did not have, also accepted ones.</param>
internal sealed record SinceReturn(string File, ImmutableArray<ReturnedFinding> Fixed, ImmutableHashSet<Diagnostic> New)
{
    /// <summary>How many of its findings are still there.</summary>
    public required int Remaining { get; init; }

    /// <summary>How many of its findings have been accepted since.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many findings it did not have, without accepted ones.</summary>
    public required int Added { get; init; }

    /// <summary>Holds findings against a return. What was accepted since is neither fixed nor remaining.</summary>
    public static SinceReturn Of(
        string file, ImmutableArray<ReturnedFinding> earlier, ImmutableArray<Diagnostic> findings, IEnumerable<Diagnostic> accepted)
    {
        var settled = Set(accepted);
        var comparison = ReturnedWorkbookReader.Compare(earlier, [.. findings, .. settled]);
        var open = comparison.Remaining.Count(f => !settled.Contains(f));
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
