using ReportGen.Publishing;

namespace ReportGen.Cli.Building;

/// <summary>
/// Which of several workbooks stands, where a later one of the same body replaces an earlier one: told by the journal, so that
/// neither a restart nor another process turns the order round.
/// </summary>
/// <param name="journal">The journal, caught up with.</param>
/// <param name="folder">Its folder.</param>
internal sealed class Precedence(Journal journal, OutputFolder folder)
{
    /// <summary>The result of a workbook that is as it was when another took its place; null when it is not: then it has its say.</summary>
    /// <param name="name">Its name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="saved">When it was saved.</param>
    public JournalEntry? History(string name, string sha256, DateTimeOffset? saved) =>
        journal.Latest(name) is { State: not PublicationState.Failed } own && own.Sha256 == sha256
        && (own.Saved is null || own.Saved == saved) && journal.Holdings.IsSuperseded(name) ? own : null;

    /// <summary>The result that stands for the same content under another name; null when there is none.</summary>
    /// <param name="name">The workbook's name in the journal.</param>
    /// <param name="sha256">The digest of its content.</param>
    /// <param name="isCurrent">Whether a result would come out the same today.</param>
    public JournalEntry? SameContent(string name, string sha256, Func<JournalEntry, bool> isCurrent) =>
        journal.LatestWithContent(sha256) is { State: not PublicationState.Failed, Body: not null } other && other.Workbook != name
        && Stands(other) && isCurrent(other) ? other : null;

    /// <summary>The result that keeps its place against a new one; null when the new one may have it.</summary>
    /// <param name="entry">The new result.</param>
    /// <param name="arrived">When its workbook came; see <see cref="Submission.Arrived"/>.</param>
    public JournalEntry? Rival(JournalEntry entry, DateTimeOffset? arrived) =>
        arrived is not { } since ? null : entry.Outputs.Select(journal.Holdings.HolderOf).OfType<JournalEntry>()
            .FirstOrDefault(h => h.Workbook != entry.Workbook && h.Time >= since && h.Saved > entry.Saved && Stands(h));

    private bool Stands(JournalEntry entry) =>
        entry.Outputs.Length > 0 && entry.Outputs.All(o => ReferenceEquals(journal.Holdings.HolderOf(o), entry) && File.Exists(folder.FullPath(o)));
}
