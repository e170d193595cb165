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

    /// <summary>The reporting year of its submissions, the newest of several; null if no submission names one.</summary>
    public int? Year { get; init; }

    /// <summary>
    /// The submission that counts: of several workbooks for the year, the one saved last; null if none.
    /// </summary>
    public JournalEntry? Latest { get; init; }

    /// <summary>The published report, even if a newer submission was returned; null if none.</summary>
    public JournalEntry? Published { get; init; }

    /// <summary>The contact of the roster; empty if none.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The last day for its report; null if none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>
    /// The submissions of the same report that are not used because another workbook was saved later, and whose workbooks still
    /// exist; empty if none.
    /// </summary>
    public ImmutableArray<JournalEntry> NotUsed { get; init; } = [];

    /// <summary>
    /// For an unlisted body, the missing ones that it may be; for a missing one, the unlisted ones; by similar names.
    /// </summary>
    public ImmutableArray<string> Similar { get; init; } = [];

    /// <summary>The files that name it but are not processed, with the reason; empty if none.</summary>
    public ImmutableArray<Diagnostic> Waiting { get; init; } = [];

    /// <summary>The number of names in <see cref="Similar"/>, at most.</summary>
    internal const int MaxSimilar = 3;

    /// <summary>The state that results from a submission.</summary>
    public static LedgerState StateOf(JournalEntry entry) => entry.State switch
    {
        PublicationState.Published => LedgerState.Published,
        PublicationState.Returned => LedgerState.Returned,
        _ => LedgerState.Failed,
    };
}
