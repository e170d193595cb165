using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>What a check of a report depends on besides the report and its kind.</summary>
public sealed record CheckOptions
{
    /// <summary>How strictly to check.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Findings that were accepted, with reasons; null for none. The pipeline takes them out, <see cref="ReportChecker"/> does not.</summary>
    public Baseline? Accepted { get; init; }

    /// <summary>Last year's report: its tables stand in for missing 上年 figures, its prose is compared. Null when unknown.</summary>
    public Report? Previous { get; init; }

    /// <summary>The report's prose with its figures worked out; null to take the prose as it was written.</summary>
    public BoundReport? Bound { get; init; }

    /// <summary>The day of the check, against which deadlines are measured; null to leave those out.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>How strictly a report is checked.</summary>
public enum CheckProfile
{
    /// <summary>Everything an author should know.</summary>
    Default,

    /// <summary>As a supervising office checks: doubts count more.</summary>
    Strict,

    /// <summary>Only what stops publication.</summary>
    Minimal,
}
