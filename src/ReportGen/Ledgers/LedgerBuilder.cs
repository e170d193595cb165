using ReportGen.Model;
using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>Assigns the entries of the journal to bodies.</summary>
/// <param name="entries">The entries, oldest first.</param>
/// <param name="scope">What the ledger covers.</param>
internal sealed class LedgerBuilder(IEnumerable<JournalEntry> entries, LedgerScope scope)
{
    private readonly Roster? _roster = scope.Expected.Roster;
    private readonly Dictionary<string, string> _bodyOf = BodiesByWorkbook(entries);

    /// <summary>The number of results of a workbook that the journal no longer keeps.</summary>
    public Func<string, int> Forgotten { get; init; } = _ => 0;

    /// <summary>Whether another workbook's result has replaced that of a workbook.</summary>
    public Func<string, bool> IsSuperseded { get; init; } = _ => false;

    /// <summary>Whether a workbook still exists.</summary>
    public Func<string, bool> HasWorkbook { get; init; } = _ => true;

    public Ledger Build()
    {
        var groups = entries.GroupBy(OwnerOf).ToDictionary(g => g.Key, g => Distinct(g));
        var files = scope.Files.Select(f => (File: f, Body: BodyOf(f))).ToList();
        var expected = (_roster?.Entries ?? []).Select(e => LineOf(e.Name, groups) with
        {
            Group = e.Group, IsExpected = true, Contact = e.Contact, Deadline = e.Deadline,
            Waiting = [.. files.Where(f => f.Body == e.Name).Select(f => f.File)],
        }).ToList();
        var names = expected.Select(e => e.Body).ToHashSet();
        var others = groups.Keys.Where(k => !names.Contains(k)).Order(StringComparer.Ordinal)
            .Select(k => LineOf(k, groups) with { IsExpected = _roster is null }).ToList();
        return new Ledger([.. Compared(expected, others)], _roster is not null)
        {
            Year = scope.Expected.Year, District = _roster?.District ?? "", Files = scope.Files,
        };
    }

    // A name that the roster lacks may be another name of a body that seems to be missing.
    private IEnumerable<LedgerLine> Compared(List<LedgerLine> expected, List<LedgerLine> others)
    {
        if (_roster is null) return others;
        var missing = expected.Where(l => l.State == LedgerState.Missing).Select(l => l.Body).ToHashSet();
        var similar = others.ToDictionary(
            l => l.Body, l => _roster.Similar(l.Body).Where(missing.Contains).Take(LedgerLine.MaxSimilar).ToImmutableArray());
        var asked = similar.SelectMany(s => s.Value.Select(m => (Missing: m, Other: s.Key)))
            .ToLookup(s => s.Missing, s => s.Other);
        return expected.Select(l => l with { Similar = [.. asked[l.Body].Take(LedgerLine.MaxSimilar)] })
            .Concat(others.Select(l => l with { Similar = similar[l.Body] }));
    }

    private LedgerLine LineOf(string body, Dictionary<string, ImmutableArray<JournalEntry>> groups)
    {
        var history = groups.GetValueOrDefault(body, []);
        // A workbook that has changed its body counts for the newest one.
        var workbooks = history.Select(e => e.Workbook).Distinct().Where(w => _bodyOf.GetValueOrDefault(w, body) == body);
        var current = Current(history);
        var newest = current.GroupBy(e => e.Workbook).Select(g => g.Last()).Where(e => !IsSuperseded(e.Workbook)).ToList();
        var candidates = newest.Where(e => e.Rival is null && (e.State != PublicationState.Failed || HasWorkbook(e.Workbook)))
            .ToList();
        return new()
        {
            Body = body, IsExpected = false, History = history, Times = history.Length + workbooks.Sum(Forgotten),
            Year = current.Max(e => e.Year) ?? history.Max(e => e.Year),
            Latest = Newest(candidates.Count > 0 ? candidates : newest.Count > 0 ? newest : current),
            Published = current.LastOrDefault(e => e.State == PublicationState.Published && !IsSuperseded(e.Workbook))
                ?? current.LastOrDefault(e => e.State == PublicationState.Published),
            NotUsed = [.. newest.Where(e => e.Rival is { } rival && HasWorkbook(e.Workbook) && HasWorkbook(rival))],
        };
    }

    /// <summary>
    /// The submissions for the expected year, otherwise for the newest period; a submission without one counts too. If there is
    /// none for the expected year, those that were returned, as they are on another year.
    /// </summary>
    private List<JournalEntry> Current(ImmutableArray<JournalEntry> history)
    {
        var ofYear = history.Where(e => scope.Expected.Year is not { } year || e.Year is null || e.Year == year).ToList();
        if (ofYear.Count == 0) return [.. history.Where(e => e.State == PublicationState.Returned)];
        var newest = ofYear.Max(e => e.Year);
        ofYear = [.. ofYear.Where(e => e.Year is null || e.Year == newest)];
        var period = ofYear.Select(e => e.Period).Max(ReportPeriod.Order);
        return [.. ofYear.Where(e => e.Period is null || e.Period == period)];
    }

    // By the time of saving, and not by the order of the journal, which differs from run to run if several are built at once.
    private static JournalEntry? Newest(List<JournalEntry> entries) => entries
        .OrderByDescending(e => e.Saved ?? e.Time).ThenBy(e => e.State).ThenBy(e => e.Workbook, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The newest known body of each workbook name, to attribute submissions that could not be read.</summary>
    private static Dictionary<string, string> BodiesByWorkbook(IEnumerable<JournalEntry> entries)
    {
        var bodies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (entry.Body is { } body) bodies[entry.Workbook] = body;
        return bodies;
    }

    private string OwnerOf(JournalEntry entry)
    {
        var body = entry.Body ?? _bodyOf.GetValueOrDefault(entry.Workbook);
        var name = Path.GetFileNameWithoutExtension(entry.Workbook);
        var listed = body is null ? _roster?.FindIn(name) : _roster?.Find(body);
        return listed?.Name ?? body ?? name;
    }

    private string? BodyOf(Diagnostic file) =>
        file.Location is { } place ? _roster?.FindIn(Path.GetFileNameWithoutExtension(place.File))?.Name : null;

    /// <summary>Joins entries of the same workbook that was only built again, as after a template change.</summary>
    private static ImmutableArray<JournalEntry> Distinct(IEnumerable<JournalEntry> entries)
    {
        var distinct = ImmutableArray.CreateBuilder<JournalEntry>();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (last.TryGetValue(entry.Workbook, out var at) && WorkbookHistory.IsBuiltAgain(distinct[at], entry))
            {
                distinct[at] = entry with { Time = distinct[at].Time };
            }
            else
            {
                last[entry.Workbook] = distinct.Count;
                distinct.Add(entry);
            }
        }

        return distinct.ToImmutable();
    }
}
