namespace ReportGen.Diagnostics;

/// <summary>The result of a stage, if any, with its findings.</summary>
/// <param name="Value">The result; null if the findings prevent one.</param>
/// <param name="Diagnostics">The findings in source order; empty if none.</param>
public sealed record Outcome<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether any finding is an <see cref="Severity.Error"/>.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
