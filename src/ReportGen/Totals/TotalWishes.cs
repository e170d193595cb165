using ReportGen.Definitions;
using ReportGen.Ledgers;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>What is to be added up.</summary>
public sealed record TotalWishes
{
    /// <summary>The full name of the body that the whole is reported for; it may be the own office's name too.</summary>
    public required string Agency { get; init; }

    /// <summary>The year that is reported on; null for a kind without years.</summary>
    public int? Year { get; init; }

    /// <summary>The edition of the form that the year demands.</summary>
    public required KindDefinition Kind { get; init; }

    /// <summary>The bodies that are expected; whoever is not on the list is not counted. Null when nobody said.</summary>
    public Roster? Roster { get; init; }

    /// <summary>The list's path, for findings; null without one.</summary>
    public string? RosterFile { get; init; }

    /// <summary>Last year's report of the whole: its figures are last year's, its contact is kept. Null when it is not at hand.</summary>
    public Report? Previous { get; init; }
}
