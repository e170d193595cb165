using System.Collections.Immutable;
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
    public required LedgerState State { get; init; }

    /// <summary>Its submissions, oldest first.</summary>
    public required ImmutableArray<JournalEntry> History { get; init; }

    /// <summary>The newest submission; null when nothing has come.</summary>
    public JournalEntry? Latest => History.IsEmpty ? null : History[^1];
}

/// <summary>Who was expected, who handed in, and what became of it.</summary>
/// <param name="Lines">The roster's bodies in its order, then those that nobody expected, by name.</param>
/// <param name="HasRoster">Whether a roster says who is expected.</param>
public sealed record Ledger(ImmutableArray<LedgerLine> Lines, bool HasRoster)
{
    /// <summary>How many bodies are in a state.</summary>
    public int Count(LedgerState state) => Lines.Count(l => l.State == state);

    /// <summary>Draws up the ledger.</summary>
    /// <param name="entries">The journal, oldest first.</param>
    /// <param name="roster">Who is expected; null when nobody said.</param>
    public static Ledger From(IEnumerable<JournalEntry> entries, Roster? roster)
    {
        var bodyOf = BodiesByWorkbook(entries);
        var groups = entries.GroupBy(e => Owner(e, bodyOf, roster)).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        var expected = (roster?.Entries ?? []).Select(e => LineOf(e.Name, e.Group, true, groups.GetValueOrDefault(e.Name, [])));
        var names = (roster?.Entries ?? []).Select(e => e.Name).ToHashSet();
        var others = groups.Where(g => !names.Contains(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => LineOf(g.Key, "", roster is null, g.Value));
        return new Ledger([.. expected, .. others], roster is not null);
    }

    /// <summary>A submission that could not be read belongs to the body whose workbook had that name before.</summary>
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
        var listed = body is null
            ? roster?.Entries.FirstOrDefault(e => e.IsNamedIn(Path.GetFileNameWithoutExtension(entry.Workbook)))
            : roster?.Entries.FirstOrDefault(e => e.IsNamed(body));
        return listed?.Name ?? body ?? entry.Workbook;
    }

    private static LedgerLine LineOf(string body, string group, bool isExpected, ImmutableArray<JournalEntry> history) => new()
    {
        Body = body,
        Group = group,
        IsExpected = isExpected,
        History = history,
        State = history.IsEmpty ? LedgerState.Missing : history[^1].State switch
        {
            PublicationState.Published => LedgerState.Published,
            PublicationState.Returned => LedgerState.Returned,
            _ => LedgerState.Failed,
        },
    };
}
