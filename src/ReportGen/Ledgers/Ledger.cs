using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>Which bodies were expected, which have submitted, and with what result.</summary>
/// <param name="Lines">The bodies of the roster in its order, then unlisted bodies by name.</param>
/// <param name="HasRoster">Whether a roster of expected bodies was given.</param>
public sealed record Ledger(ImmutableArray<LedgerLine> Lines, bool HasRoster)
{
    /// <summary>The number of bodies in a state.</summary>
    public int Count(LedgerState state) => Lines.Count(l => l.State == state);

    /// <summary>The time of the newest submission; null if none.</summary>
    public DateTimeOffset? AsOf => Lines.SelectMany(l => l.History).Select(e => (DateTimeOffset?)e.Time).Max();

    /// <summary>Creates the ledger from the journal.</summary>
    /// <param name="entries">The entries of the journal, oldest first.</param>
    /// <param name="roster">The expected bodies; null if unknown.</param>
    public static Ledger From(IEnumerable<JournalEntry> entries, Roster? roster) => From(entries, roster, _ => 0);

    /// <summary>Creates the ledger from the journal, which keeps the newest entries of each workbook.</summary>
    internal static Ledger From(Journal journal, Roster? roster) => From(journal.Entries, roster, journal.Forgotten);

    private static Ledger From(IEnumerable<JournalEntry> entries, Roster? roster, Func<string, int> forgotten)
    {
        var bodyOf = BodiesByWorkbook(entries);
        var groups = entries.GroupBy(e => Owner(e, bodyOf, roster)).ToDictionary(g => g.Key, g => Distinct(g));
        LedgerLine LineOf(string body, string group, bool isExpected)
        {
            var history = groups.GetValueOrDefault(body, []);
            // A workbook that has changed its body counts for the newest one.
            var workbooks = history.Select(e => e.Workbook).Distinct().Where(w => bodyOf.GetValueOrDefault(w, body) == body);
            return new()
            {
                Body = body, Group = group, IsExpected = isExpected, History = history,
                Times = history.Length + workbooks.Sum(forgotten),
            };
        }

        var expected = (roster?.Entries ?? []).Select(e => LineOf(e.Name, e.Group, true));
        var names = (roster?.Entries ?? []).Select(e => e.Name).ToHashSet();
        var others = groups.Keys.Where(k => !names.Contains(k)).Order(StringComparer.Ordinal)
            .Select(k => LineOf(k, "", roster is null));
        return new Ledger([.. expected, .. others], roster is not null);
    }

    /// <summary>The newest known body of each workbook name, to attribute submissions that could not be read.</summary>
    private static Dictionary<string, string> BodiesByWorkbook(IEnumerable<JournalEntry> entries)
    {
        var bodies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (entry.Body is { } body) bodies[entry.Workbook] = body;
        return bodies;
    }

    private static string Owner(JournalEntry entry, Dictionary<string, string> bodyOf, Roster? roster)
    {
        var body = entry.Body ?? bodyOf.GetValueOrDefault(entry.Workbook);
        var name = Path.GetFileNameWithoutExtension(entry.Workbook);
        var listed = body is null ? roster?.FindIn(name) : roster?.Find(body);
        return listed?.Name ?? body ?? name;
    }

    /// <summary>Joins entries of the same workbook that was only built again, as after a template change.</summary>
    private static ImmutableArray<JournalEntry> Distinct(IEnumerable<JournalEntry> entries)
    {
        var distinct = ImmutableArray.CreateBuilder<JournalEntry>();
        foreach (var entry in entries)
        {
            if (distinct.Count > 0 && WorkbookHistory.IsBuiltAgain(distinct[^1], entry))
                distinct[^1] = entry with { Time = distinct[^1].Time };
            else distinct.Add(entry);
        }

        return distinct.ToImmutable();
    }
}
