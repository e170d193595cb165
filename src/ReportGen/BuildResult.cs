namespace ReportGen;

/// <summary>The outcome of building one workbook.</summary>
public enum BuildState
{
    /// <summary>Its report was published.</summary>
    Built,

    /// <summary>Its files exist already, and nothing that they depend on has changed.</summary>
    Unchanged,

    /// <summary>It has errors: it was returned: a copy with the cells marked was published instead.</summary>
    Returned,

    /// <summary>It could not be read, rendered, printed or written.</summary>
    Failed,
}

/// <summary>The result of building one workbook.</summary>
/// <param name="Workbook">The path as the user gave it.</param>
/// <param name="State">The outcome.</param>
/// <param name="Findings">All findings; empty if the workbook is unchanged.</param>
/// <param name="Outputs">
/// The published files of the workbook, below the output folder as the user gave it: the report, or the returned workbook and its
/// page.
/// </param>
public sealed record BuildResult(
    string Workbook, BuildState State, ImmutableArray<Diagnostic> Findings, ImmutableArray<string> Outputs)
{
    /// <summary>Whether the same content had the same result before, so that nothing was written.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The body's name; null if it could not be read.</summary>
    public string? Body { get; init; }

    /// <summary>The report's year; null if unknown.</summary>
    public int? Year { get; init; }

    /// <summary>The report's title; null if unknown.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a report is published, new or unchanged.</summary>
    public bool IsPublished => State is BuildState.Built or BuildState.Unchanged;

    /// <summary>The error that caused the return or the failure; null if the report is published.</summary>
    public Diagnostic? Reason => IsPublished ? null
        : Findings.Where(f => f.Severity == Severity.Error).OrderByDescending(ErrorCauses.Of).FirstOrDefault();

    /// <summary>Counts the findings of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}
