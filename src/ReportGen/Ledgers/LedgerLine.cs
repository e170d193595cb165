using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>Where a body stands.</summary>
public enum LedgerState
{
    /// <summary>Expected, and nothing has come.</summary>
    Missing,

    /// <summary>Its workbook could not be read or printed.</summary>
    Failed,

    /// <summary>Its workbook went back to be mended.</summary>
    Returned,

    /// <summary>Its report is published.</summary>
    Published,
}

/// <summary>One body: where it stands and how it got there.</summary>
public sealed record LedgerLine
{
    /// <summary>The body's full name; the workbook's name where it could not be read that far.</summary>
    public required string Body { get; init; }

    /// <summary>The roster's group; empty without one.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the roster lists it. True for all when there is no roster.</summary>
    public required bool IsExpected { get; init; }

    /// <summary>Where it stands: the state of its newest submission.</summary>
    public LedgerState State => Latest is { } latest ? StateOf(latest) : LedgerState.Missing;

    /// <summary>Its submissions, oldest first.</summary>
    public required ImmutableArray<JournalEntry> History { get; init; }

    /// <summary>The newest year that it has reported on; null when no submission names one.</summary>
    public int? Year => History.Max(e => e.Year);

    /// <summary>The newest submission for <see cref="Year"/>; null when nothing has come.</summary>
    public JournalEntry? Latest => History.LastOrDefault(IsForYear);

    /// <summary>The report that is published now, although a newer submission may have been returned; null when there is none.</summary>
    public JournalEntry? Published => History.LastOrDefault(e => e.State == PublicationState.Published && IsForYear(e));

    /// <summary>The state that a submission brought its body to.</summary>
    public static LedgerState StateOf(JournalEntry entry) => entry.State switch
    {
        PublicationState.Published => LedgerState.Published,
        PublicationState.Returned => LedgerState.Returned,
        _ => LedgerState.Failed,
    };

    // A submission that could not be read that far is taken to be for the newest year.
    private bool IsForYear(JournalEntry entry) => entry.Year is null || entry.Year == Year;
}
