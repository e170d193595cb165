namespace ReportGen.Publishing;

/// <summary>
/// Which of several workbooks stands, where a later one of the same body replaces an earlier one. The journal decides, so that
/// neither a restart nor another process reverses the order.
/// </summary>
/// <param name="journal">The journal, refreshed.</param>
/// <param name="folder">Its folder.</param>
public sealed class SupersedePolicy(Journal journal, OutputFolder folder)
{
    /// <summary>Returns the superseded result of a workbook if the workbook is unchanged since; otherwise null.</summary>
    /// <param name="name">Its name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="saved">When it was saved.</param>
    public JournalEntry? SupersededResult(string name, string sha256, DateTimeOffset? saved) =>
        journal.Latest(name) is { State: not PublicationState.Failed } own && own.Sha256 == sha256
        && (own.Saved is null || own.Saved == saved) && journal.Files.IsSuperseded(name) ? own : null;

    /// <summary>Returns the result that stands for the same content under another name; null if none.</summary>
    /// <param name="name">The workbook's name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="isCurrent">Whether a result would come out the same today.</param>
    public JournalEntry? SameContent(string name, string sha256, Func<JournalEntry, bool> isCurrent) =>
        journal.LatestWithContent(sha256) is { State: not PublicationState.Failed, Body: not null } other && other.Workbook != name
        && Stands(other) && isCurrent(other) ? other : null;

    /// <summary>Returns the result that keeps its place against a new one; null if the new one replaces it.</summary>
    /// <param name="entry">The new result.</param>
    /// <param name="arrived">
    /// When its workbook came; <see cref="DateTimeOffset.MinValue"/> when nobody saw it come; null for just now. Of two
    /// workbooks that would have the same files, the one that comes after the other's result was published replaces it; of two
    /// that come together, the one saved later stands.
    /// </param>
    public JournalEntry? NewerResult(JournalEntry entry, DateTimeOffset? arrived) =>
        arrived is not { } since ? null : entry.Outputs.Select(journal.Files.OwnerOf).OfType<JournalEntry>()
            .FirstOrDefault(h => h.Workbook != entry.Workbook && h.Time >= since && h.Saved > entry.Saved && Stands(h));

    private bool Stands(JournalEntry entry) =>
        entry.Outputs.Length > 0 && entry.Outputs.All(o => ReferenceEquals(journal.Files.OwnerOf(o), entry) && folder.Has(o));
}
