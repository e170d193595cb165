using System.Collections.Immutable;

namespace ReportGen.Publishing;

/// <summary>
/// Which files of an output folder stand for which workbook: what was published of it, and what was returned. Drawn from the
/// journal, so that a new result replaces exactly what an earlier one left. Safe for several threads at once.
/// </summary>
public sealed class Holdings
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Holding> _byWorkbook = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _holderOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _superseded = new(StringComparer.Ordinal);

    /// <summary>Draws them up.</summary>
    /// <param name="entries">The journal, oldest first.</param>
    public Holdings(IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries) Add(entry);
    }

    /// <summary>Takes note of a new result.</summary>
    public void Add(JournalEntry entry)
    {
        if (entry.State == PublicationState.Failed && entry.Outputs.IsEmpty) return;
        lock (_lock)
        {
            var before = _byWorkbook.GetValueOrDefault(entry.Workbook, Holding.None);
            _byWorkbook[entry.Workbook] = entry.State == PublicationState.Published
                ? new Holding(entry.Outputs, [], entry.Body, entry.Year)
                : new Holding(before.Published, entry.Outputs, entry.Body, entry.Year);
            foreach (var loser in ReplacedBy(entry)) _superseded.Add(loser);
            _superseded.Remove(entry.Workbook);
            foreach (var file in entry.Outputs) _holderOf[file] = entry;
        }
    }

    /// <summary>The result that a file of the folder belongs to; null when none is known.</summary>
    public JournalEntry? HolderOf(string file)
    {
        lock (_lock) return _holderOf.GetValueOrDefault(file);
    }

    /// <summary>Whether another workbook's result has taken the place of this one's newest.</summary>
    public bool IsSuperseded(string workbook)
    {
        lock (_lock) return _superseded.Contains(workbook);
    }

    /// <summary>
    /// The files that a new result makes obsolete. A published report replaces all that the workbook left, and what was returned
    /// of the same body and year under another name. A returned one, and the page of one that could not be read, replace
    /// what was returned before: a report that is published already stays until a better one takes its place.
    /// </summary>
    /// <param name="entry">The new result, not yet added.</param>
    public ImmutableArray<string> MadeObsoleteBy(JournalEntry entry)
    {
        lock (_lock)
        {
            var own = _byWorkbook.GetValueOrDefault(entry.Workbook, Holding.None);
            var left = entry.State switch
            {
                PublicationState.Published => own.Published.Concat(own.Returned).Where(f => IsOwn(f, entry)).Concat(ReturnedOf(entry)),
                _ => own.Returned.Where(f => IsOwn(f, entry)),
            };
            return [.. left.Except(entry.Outputs).Distinct()];
        }
    }

    private bool IsOwn(string file, JournalEntry entry) => _holderOf.GetValueOrDefault(file)?.Workbook == entry.Workbook;

    private IEnumerable<string> ReplacedBy(JournalEntry entry)
    {
        var files = entry.Outputs.Select(f => _holderOf.GetValueOrDefault(f)?.Workbook).OfType<string>();
        return entry.State == PublicationState.Published ? files.Concat(ReturnedOf(entry).Select(f => _holderOf[f].Workbook)) : files;
    }

    private IEnumerable<string> ReturnedOf(JournalEntry entry) =>
        _byWorkbook.Values.Where(h => h.Body is not null && h.Body == entry.Body && h.Year == entry.Year).SelectMany(h => h.Returned);

    private sealed record Holding(ImmutableArray<string> Published, ImmutableArray<string> Returned, string? Body, int? Year)
    {
        public static Holding None { get; } = new([], [], null, null);
    }
}
