namespace ReportGen.Diagnostics;

/// <summary>The order of findings on the list of a returned workbook and on the review page, which number them alike.</summary>
public static class SeverityOrder
{
    /// <summary>The most severe findings first; those of one severity in the given order.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> findings) =>
        [.. findings.OrderByDescending(f => f.Severity)];
}
