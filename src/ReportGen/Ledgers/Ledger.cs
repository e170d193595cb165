using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>Which bodies were expected, which have submitted, and with what result.</summary>
/// <param name="Lines">The bodies of the roster in its order, then unlisted bodies by name.</param>
/// <param name="HasRoster">Whether a roster of expected bodies was given.</param>
public sealed record Ledger(ImmutableArray<LedgerLine> Lines, bool HasRoster)
{
    /// <summary>The year of the expected reports; null if reports on any year are accepted.</summary>
    public int? Year { get; init; }

    /// <summary>The district of the expected bodies; empty if unknown.</summary>
    public string District { get; init; } = "";

    /// <summary>The files that came but are not processed, with the reason; empty if none.</summary>
    public ImmutableArray<Diagnostic> Files { get; init; } = [];

    /// <summary>
    /// The number of expected bodies in a state. Those of all states add up to the expected bodies; unlisted bodies are apart.
    /// </summary>
    public int Count(LedgerState state) => Lines.Count(l => l.IsExpected && l.State == state);

    /// <summary>The time of the newest submission; null if none.</summary>
    public DateTimeOffset? AsOf => Lines.SelectMany(l => l.History).Select(e => (DateTimeOffset?)e.Time).Max();

    /// <summary>The year for the title: <see cref="Year"/>, or that of all reports; null if they differ or have none.</summary>
    internal int? CommonYear => Year
        ?? (Lines.Select(l => l.Year).OfType<int>().Distinct().Take(2).ToList() is [var only] ? only : null);

    /// <summary>Creates the ledger from the journal.</summary>
    /// <param name="entries">The entries of the journal, oldest first.</param>
    /// <param name="roster">The expected bodies; null if unknown.</param>
    public static Ledger From(IEnumerable<JournalEntry> entries, Roster? roster) =>
        new LedgerBuilder(entries, new LedgerScope(new(roster, null, null))).Build();

    /// <summary>Creates the ledger from the journal, which keeps the newest entries of each workbook.</summary>
    internal static Ledger From(Journal journal, LedgerScope scope, Func<string, bool>? hasWorkbook = null) =>
        new LedgerBuilder(journal.Entries, scope)
        {
            Forgotten = journal.Forgotten, IsSuperseded = journal.Files.IsSuperseded, HasWorkbook = hasWorkbook ?? (_ => true),
        }.Build();
}

/// <summary>What a ledger covers besides the journal.</summary>
/// <param name="Expected">The expected reports.</param>
public sealed record LedgerScope(ExpectedReports Expected)
{
    /// <summary>The files that came but are not processed, with the reason; empty by default.</summary>
    public ImmutableArray<Diagnostic> Files { get; init; } = [];
}
