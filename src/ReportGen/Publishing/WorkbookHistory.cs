namespace ReportGen.Publishing;

/// <summary>
/// The newest results of a workbook, so that the memory of a program that runs for months is bounded. Not thread-safe.
/// </summary>
internal sealed class WorkbookHistory
{
    /// <summary>The number of results that are kept.</summary>
    public const int MaxEntries = 100;

    private readonly List<JournalEntry> _entries = [];

    /// <summary>The results that are kept, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>The newest result; null before the first one.</summary>
    public JournalEntry? Latest => _entries.LastOrDefault();

    /// <summary>The number of results that are no longer kept. A result that was only built again counts once.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Whether two consecutive results have the same cause: the workbook was only built again, as after a change of a
    /// template.</summary>
    public static bool IsBuiltAgain(JournalEntry one, JournalEntry other) =>
        one.Workbook == other.Workbook && one.Sha256 == other.Sha256 && one.State == other.State;

    /// <summary>Returns an equal entry that shares texts with the previous one.</summary>
    public JournalEntry Shared(JournalEntry entry) => Latest is not { } last ? entry : entry with
    {
        Workbook = last.Workbook,
        Edition = last.Edition == entry.Edition ? last.Edition : entry.Edition,
        Body = last.Body == entry.Body ? last.Body : entry.Body,
        Title = last.Title == entry.Title ? last.Title : entry.Title,
        Reason = last.Reason == entry.Reason ? last.Reason : entry.Reason,
        Remedy = last.Remedy == entry.Remedy ? last.Remedy : entry.Remedy,
        Worst = last.Worst is { } worst && entry.Worst is { } same && worst.SequenceEqual(same) ? worst : entry.Worst,
        Outputs = last.Outputs.SequenceEqual(entry.Outputs) ? last.Outputs : entry.Outputs,
    };

    /// <summary>Adds a result.</summary>
    /// <returns>The result that is no longer kept for it; null if none.</returns>
    public JournalEntry? Add(JournalEntry entry)
    {
        _entries.Add(entry);
        if (_entries.Count <= MaxEntries) return null;
        var oldest = Enumerable.Range(0, _entries.Count).First(i => !IsStanding(i));
        var dropped = _entries[oldest];
        _entries.RemoveAt(oldest);
        // It stays known when the workbook first had this result.
        if (IsBuiltAgain(dropped, _entries[oldest])) _entries[oldest] = _entries[oldest] with { Time = dropped.Time };
        else Forgotten++;
        return dropped;
    }

    // The newest published report of a year is shown although later submissions were returned.
    private bool IsStanding(int index) => _entries[index] is { State: PublicationState.Published } entry
        && !_entries.Skip(index + 1).Any(e => e.State == PublicationState.Published && e.Year == entry.Year);
}
