namespace ReportGen;

/// <summary>What became of one workbook.</summary>
public enum BuildState
{
    /// <summary>Its report was published.</summary>
    Built,

    /// <summary>Its files stood there already, and nothing they depend on has changed.</summary>
    Unchanged,

    /// <summary>It has errors: the marked workbook was put out instead.</summary>
    Returned,

    /// <summary>It could not be read, rendered, printed or written.</summary>
    Failed,
}

/// <summary>What became of one workbook, and why.</summary>
/// <param name="Workbook">The path as the user gave it.</param>
/// <param name="State">What became of it.</param>
/// <param name="Findings">Everything that was found; empty when it is unchanged.</param>
/// <param name="Outputs">The files that stand for it now, as paths for the user: the report, or the marked workbook and its page.</param>
public sealed record BuildResult(
    string Workbook, BuildState State, ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Outputs)
{
    /// <summary>Whether the same was said of the same content before, so that nothing was written.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The body; null when the workbook could not be read that far.</summary>
    public string? Body { get; init; }

    /// <summary>The report's year; null when unknown.</summary>
    public int? Year { get; init; }

    /// <summary>The report's title; null when unknown.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a report stands there, new or unchanged.</summary>
    public bool IsPublished => State is BuildState.Built or BuildState.Unchanged;

    /// <summary>The most severe finding: why it was returned or failed; null when it was published.</summary>
    public Diagnostic? Reason => IsPublished ? null
        : Findings.Where(f => f.Severity == Severity.Error).OrderByDescending(ErrorCauses.Of).FirstOrDefault();

    /// <summary>The number of findings of that severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
