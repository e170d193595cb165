using ReportGen.Bindings;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>The options of a check.</summary>
public sealed record CheckOptions
{
    /// <summary>How strictly to check. Default: <see cref="CheckProfile.Default"/>.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>
    /// Accepted findings with reasons; null if none. Applied by the pipeline, not by <see cref="ReportChecker"/>.
    /// </summary>
    public AcceptedFindings? Accepted { get; init; }

    /// <summary>Last year's report; null if unknown. Its tables replace missing 上年 figures, and its prose is compared.</summary>
    public Report? Previous { get; init; }

    /// <summary>The report's bound prose; null to check the prose as written.</summary>
    public BoundReport? Bound { get; init; }

    /// <summary>The date of the check, used for deadlines; null to check no deadlines.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>How strictly a report is checked.</summary>
public enum CheckProfile
{
    /// <summary>All that an author should know.</summary>
    Default,

    /// <summary>For a supervising office: more severe in cases of doubt.</summary>
    Strict,

    /// <summary>Only what stops publication.</summary>
    Minimal,
}
