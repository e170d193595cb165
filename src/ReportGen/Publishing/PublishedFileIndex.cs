namespace ReportGen.Publishing;

/// <summary>
/// The published and returned files of an output folder by workbook, computed from the journal, so that a new result replaces
/// exactly the files of an earlier one. Thread-safe.
/// </summary>
/// <param name="paths">The comparer of relative paths, <see cref="OutputFolder.PathComparer"/>.</param>
internal sealed class PublishedFileIndex(StringComparer paths)
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
                ? new PublishedFiles(entry.Outputs, [], ReportSubject.Of(entry))
                : new PublishedFiles(before.Published, entry.Outputs, ReportSubject.Of(entry));
            foreach (var workbook in ReplacedBy(entry)) _superseded.Add(workbook);
            _superseded.Remove(entry.Workbook);
            foreach (var file in entry.Outputs) _ownerOf[file] = entry;
        }
    }

    /// <summary>Returns the result that a file (a relative path) belongs to; null if none.</summary>
    public JournalEntry? OwnerOf(string file)
    {
        lock (_lock) return _ownerOf.GetValueOrDefault(file);
    }

    /// <summary>Whether another workbook's result has replaced this one's newest result.</summary>
    public bool IsSuperseded(string workbook)
    {
        lock (_lock) return _superseded.Contains(workbook);
    }

    /// <summary>Returns the published results of the same body, kind and period from other workbooks.</summary>
    /// <param name="entry">A result, not yet added.</param>
    public ImmutableArray<JournalEntry> PublishedBesides(JournalEntry entry)
    {
        if (entry.Body is null) return [];
        var subject = ReportSubject.Of(entry);
        lock (_lock)
        {
            return [.. _byWorkbook.Where(h => h.Key != entry.Workbook && h.Value.Subject == subject)
                .SelectMany(h => h.Value.Published).Select(f => _ownerOf[f]).Distinct()];
        }
    }

    /// <summary>
    /// Returns the files that a new result makes obsolete. A published report replaces all files of the workbook, and the
    /// returned files of the same body, kind and period under another name. A returned workbook, and the page of an unreadable
    /// one, replace only returned files: a published report stays until another report replaces it.
    /// </summary>
    /// <param name="entry">The new result, not yet added.</param>
    public ImmutableArray<string> FilesReplacedBy(JournalEntry entry)
    {
        lock (_lock)
        {
            var own = _byWorkbook.GetValueOrDefault(entry.Workbook, PublishedFiles.None);
            var left = entry.State switch
            {
                PublicationState.Published => own.Published.Concat(own.Returned).Where(f => IsOwn(f, entry))
                    .Concat(ReturnedOf(entry)),
                _ => own.Returned.Where(f => IsOwn(f, entry)),
            };
            return [.. left.Except(entry.Outputs, paths)];
        }
    }

    private bool IsOwn(string file, JournalEntry entry) => _ownerOf.GetValueOrDefault(file)?.Workbook == entry.Workbook;

    private IEnumerable<string> ReplacedBy(JournalEntry entry)
    {
        var files = entry.Outputs.Select(f => _ownerOf.GetValueOrDefault(f)?.Workbook).OfType<string>();
        return entry.State == PublicationState.Published
            ? files.Concat(ReturnedOf(entry).Select(f => _ownerOf[f].Workbook))
            : files;
    }

    private IEnumerable<string> ReturnedOf(JournalEntry entry) =>
        entry.Body is null ? [] : _byWorkbook.Values.Where(h => h.Subject == ReportSubject.Of(entry)).SelectMany(h => h.Returned);

    private sealed record PublishedFiles(ImmutableArray<string> Published, ImmutableArray<string> Returned, ReportSubject Subject)
    {
        public static PublishedFiles None { get; } = new([], [], new(null, null, null, null));
    }

    /// <summary>What a report is about. A report of April does not replace one of March.</summary>
    private sealed record ReportSubject(string? Body, string? Kind, int? Year, string? Period)
    {
        public static ReportSubject Of(JournalEntry entry) =>
            new(entry.Body, entry.Edition?.Split('/')[0], entry.Year, entry.Period);
    }
}
