namespace ReportGen.Diagnostics;

/// <summary>What a stage gives: its result, if there is one, and everything it found.</summary>
/// <param name="Value">The result; null when the findings leave none.</param>
/// <param name="Diagnostics">The findings in the order of the source; empty when there are none.</param>
public sealed record Outcome<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether any finding is an <see cref="Severity.Error"/>.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
