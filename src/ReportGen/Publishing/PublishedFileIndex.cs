namespace ReportGen.Publishing;

/// <summary>
/// Which files of an output folder stand for which workbook: what was published of it, and what was returned. Made from the
/// journal, so that a new result replaces exactly what an earlier one left. Thread-safe.
/// </summary>
/// <param name="paths">Whether two relative paths name the same file: <see cref="OutputFolder.PathComparer"/>.</param>
public sealed class PublishedFileIndex(StringComparer paths)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PublishedFiles> _byWorkbook = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _ownerOf = new(paths);
    private readonly HashSet<string> _superseded = new(StringComparer.Ordinal);

    /// <summary>Adds a new result.</summary>
    public void Add(JournalEntry entry)
    {
        if (entry.State == PublicationState.Failed && entry.Outputs.IsEmpty) return;
        lock (_lock)
        {
            var before = _byWorkbook.GetValueOrDefault(entry.Workbook, PublishedFiles.None);
            _byWorkbook[entry.Workbook] = entry.State == PublicationState.Published
                ? new PublishedFiles(entry.Outputs, [], entry.Body, entry.Year)
                : new PublishedFiles(before.Published, entry.Outputs, entry.Body, entry.Year);
            foreach (var loser in ReplacedBy(entry)) _superseded.Add(loser);
            _superseded.Remove(entry.Workbook);
            foreach (var file in entry.Outputs) _ownerOf[file] = entry;
        }
    }

    /// <summary>The result that a file of the folder belongs to; null if none.</summary>
    public JournalEntry? OwnerOf(string file)
    {
        lock (_lock) return _ownerOf.GetValueOrDefault(file);
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
    public ImmutableArray<string> FilesReplacedBy(JournalEntry entry)
    {
        lock (_lock)
        {
            var own = _byWorkbook.GetValueOrDefault(entry.Workbook, PublishedFiles.None);
            var left = entry.State switch
            {
                PublicationState.Published => own.Published.Concat(own.Returned).Where(f => IsOwn(f, entry)).Concat(ReturnedOf(entry)),
                _ => own.Returned.Where(f => IsOwn(f, entry)),
            };
            return [.. left.Except(entry.Outputs, paths)];
        }
    }

    private bool IsOwn(string file, JournalEntry entry) => _ownerOf.GetValueOrDefault(file)?.Workbook == entry.Workbook;

    private IEnumerable<string> ReplacedBy(JournalEntry entry)
    {
        var files = entry.Outputs.Select(f => _ownerOf.GetValueOrDefault(f)?.Workbook).OfType<string>();
        return entry.State == PublicationState.Published ? files.Concat(ReturnedOf(entry).Select(f => _ownerOf[f].Workbook)) : files;
    }

    private IEnumerable<string> ReturnedOf(JournalEntry entry) =>
        _byWorkbook.Values.Where(h => h.Body is not null && h.Body == entry.Body && h.Year == entry.Year).SelectMany(h => h.Returned);

    private sealed record PublishedFiles(ImmutableArray<string> Published, ImmutableArray<string> Returned, string? Body, int? Year)
    {
        public static PublishedFiles None { get; } = new([], [], null, null);
    }
}
