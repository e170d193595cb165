using ReportGen.Definitions;
using ReportGen.Ledgers;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>The options of a district total.</summary>
public sealed record TotalOptions
{
    /// <summary>The full name of the body that reports the total; may also be the name of the own office.</summary>
    public required string Body { get; init; }

    /// <summary>The reporting year; null for a kind without years.</summary>
    public int? Year { get; init; }

    /// <summary>
    /// The month, quarter or the like, such as <c>3月</c>; null for a kind with one report a year. Reports of other periods are
    /// left out.
    /// </summary>
    public string? Period { get; init; }

    /// <summary>The edition for the year.</summary>
    public required KindDefinition Edition { get; init; }

    /// <summary>The expected bodies; others are not counted. Null if any body may be counted.</summary>
    public Roster? Roster { get; init; }

    /// <summary>The path of the roster, for findings; null if none.</summary>
    public string? RosterFile { get; init; }

    /// <summary>Last year's district report, for last year's figures and the contact; null if none.</summary>
    public Report? Previous { get; init; }
}
