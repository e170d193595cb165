using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>The state of a body.</summary>
public enum LedgerState
{
    /// <summary>Expected, but nothing was submitted.</summary>
    Missing,

    /// <summary>Its workbook could not be read or printed.</summary>
    Failed,

    /// <summary>Its workbook was returned for correction.</summary>
    Returned,

    /// <summary>Its report is published.</summary>
    Published,
}

/// <summary>One body with its state and its submissions.</summary>
public sealed record LedgerLine
{
    /// <summary>The body's full name; the workbook's name if the body is unknown.</summary>
    public required string Body { get; init; }

    /// <summary>The roster's group; empty if none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the roster lists the body; true for all bodies if there is no roster.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>The state of <see cref="Latest"/>; <see cref="LedgerState.Missing"/> if null.</summary>
    public LedgerState State => Latest is { } latest ? StateOf(latest) : LedgerState.Missing;

    /// <summary>The submissions, oldest first; of a workbook that was submitted very often, the newest.</summary>
    public required ImmutableArray<JournalEntry> History { get; init; }

    /// <summary>The number of submissions, which may be more than are in <see cref="History"/>.</summary>
    internal int Times { get; init; }

    /// <summary>The newest reporting year; null if no submission names one.</summary>
    public int? Year => History.Max(e => e.Year);

    /// <summary>The newest submission for <see cref="Year"/>; null if none.</summary>
    public JournalEntry? Latest => History.LastOrDefault(IsForYear);

    /// <summary>The published report for <see cref="Year"/>, even if a newer submission was returned; null if none.</summary>
    public JournalEntry? Published => History.LastOrDefault(e => e.State == PublicationState.Published && IsForYear(e));

    /// <summary>The state that results from a submission.</summary>
    public static LedgerState StateOf(JournalEntry entry) => entry.State switch
    {
        PublicationState.Published => LedgerState.Published,
        PublicationState.Returned => LedgerState.Returned,
        _ => LedgerState.Failed,
    };

    // A submission without a known year counts for the newest year.
    private bool IsForYear(JournalEntry entry) => entry.Year is null || entry.Year == Year;
}
