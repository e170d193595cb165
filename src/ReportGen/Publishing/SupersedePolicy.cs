namespace ReportGen.Publishing;

/// <summary>
/// Decides which of several workbooks for the same report takes precedence. Uses only the journal, so that neither a restart nor
/// another process changes the decision.
/// </summary>
/// <param name="journal">The journal, refreshed.</param>
/// <param name="folder">Its folder.</param>
internal sealed class SupersedePolicy(Journal journal, OutputFolder folder)
{
    /// <summary>Returns the superseded result of a workbook if the workbook is unchanged since; otherwise null.</summary>
    /// <param name="name">The workbook's name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="saved">Its last write time in UTC; null if unknown.</param>
    public JournalEntry? SupersededResult(string name, string sha256, DateTimeOffset? saved) =>
        journal.Latest(name) is { State: not PublicationState.Failed } own && own.Sha256 == sha256
        && (own.Saved is null || own.Saved == saved) && journal.Files.IsSuperseded(name) ? own : null;

    /// <summary>Returns the current result of the same content under another name; null if none.</summary>
    /// <param name="name">The workbook's name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="isCurrent">Whether a result would be the same if built now.</param>
    public JournalEntry? SameContent(string name, string sha256, Func<JournalEntry, bool> isCurrent) =>
        journal.LatestWithContent(sha256) is { State: not PublicationState.Failed, Body: not null } other
            && other.Workbook != name
        && IsInPlace(other) && isCurrent(other) ? other : null;

    /// <summary>Returns the existing result that takes precedence over a new one; null if the new one replaces it.</summary>
    /// <param name="entry">The new result.</param>
    /// <param name="arrived">
    /// The length of the journal when its workbook arrived; 0 if unknown; null for now. A workbook that arrives after the other's
    /// result was recorded replaces it; otherwise the one saved later takes precedence. The order of the journal is used, not the
    /// time of its entries, because a clock may go back.
    /// </param>
    public JournalEntry? NewerResult(JournalEntry entry, long? arrived) =>
        arrived is not { } since ? null : entry.Outputs.Select(journal.Files.OwnerOf).OfType<JournalEntry>()
            .Concat(entry.State == PublicationState.Returned ? journal.Files.PublishedBesides(entry) : [])
            .FirstOrDefault(h => h.Workbook != entry.Workbook && h.Position >= since && h.Saved > entry.Saved && IsInPlace(h));

    private bool IsInPlace(JournalEntry entry) =>
        entry.Outputs.Length > 0 && entry.Outputs.All(o => ReferenceEquals(journal.Files.OwnerOf(o), entry) && folder.Has(o));
}
