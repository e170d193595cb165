using ReportGen.Ledgers;
using ReportGen.Model;

namespace ReportGen.Totals;

/// <summary>Decides which reports are counted: one per body, of the right year and edition, with all figures.</summary>
internal sealed class SubmissionFilter(TotalOptions options)
{
    private readonly List<(string Name, Report Report)> _counted = [];
    private readonly Dictionary<string, Submission> _chosen = new(StringComparer.Ordinal);
    private readonly List<(RosterEntry? Listed, BodyEntry Entry)> _entries = [];
    private readonly List<(Report Report, int Errors)> _faulty = [];

    /// <summary>The counted reports, with the names they are counted under.</summary>
    public IReadOnlyList<(string Name, Report Report)> Counted => _counted;

    /// <summary>The findings so far.</summary>
    public ImmutableArray<Diagnostic>.Builder Findings { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>
    /// Counts submissions, or leaves them out. Of two of one body that could be counted, the one saved last is.
    /// </summary>
    public void ConsiderAll(IReadOnlyCollection<Submission> submissions)
    {
        foreach (var submission in submissions.OrderByDescending(s => s.Saved))
        {
            if (submission.Report is not { } report) continue;
            var listed = Listed(submission);
            if ((ReasonAgainst(report, listed is not null, isOwn: false) ?? FigureMissing(report)) is null)
                _chosen.TryAdd(Roster.Normalize(listed?.Name ?? report.Body), submission);
        }
        foreach (var submission in submissions) Consider(submission);
    }

    /// <summary>Counts a submission, or leaves it out and records the reason.</summary>
    public void Consider(Submission submission, bool isOwn = false)
    {
        var listed = Listed(submission);
        if (submission.Report is not { } report)
        {
            Findings.AddRange(submission.Errors);
            LeaveOut(listed, listed?.Name ?? Path.GetFileNameWithoutExtension(submission.File), submission.File,
                submission.Errors.FirstOrDefault());
            return;
        }

        var name = listed?.Name ?? report.Body;
        if ((ReasonAgainst(report, listed is not null || isOwn, isOwn) ?? CountedTwice(submission, report, name)
            ?? FigureMissing(report)) is { } finding)
        {
            Findings.Add(finding);
            LeaveOut(listed, name, submission.File, finding);
            return;
        }

        var errors = submission.Errors.Count();
        if (errors > 0) _faulty.Add((report, errors));
        if (!isOwn && report.Body == options.Body) Findings.Add(TotalsMessages.NamedLikeTotal(report));
        _counted.Add((name, report));
        _chosen.TryAdd(Roster.Normalize(name), submission);
        _entries.Add((listed, EntryOf(listed, name, BodyState.Counted, submission.File, null) with
        {
            Reason = Join(errors > 0 ? TotalsMessages.CountedWithErrors(errors) : null, report.Blanks?.Remark),
            Remedy = errors > 0 ? TotalsMessages.AddUpAgain : null,
        }));
    }

    private static LocalizedText? Join(LocalizedText? first, LocalizedText? second) => first is null || second is null
        ? first ?? second
        : new(first.Chinese + second.Chinese, $"{first.English} {second.English}");

    /// <summary>
    /// All bodies: unlisted ones that are counted, then the roster in its order with missing bodies, then the other unlisted
    /// ones.
    /// </summary>
    public ImmutableArray<BodyEntry> Entries()
    {
        var roster = options.Roster?.Entries ?? [];
        var byListed = _entries.ToLookup(e => e.Listed?.Name, e => e.Entry, StringComparer.Ordinal);
        var expected = roster.SelectMany(r => byListed[r.Name].DefaultIfEmpty(Missing(r))).ToList();
        var missing = expected.Where(e => e.State == BodyState.Missing).Select(e => e.Name).ToList();
        if (_faulty.Count > 0) Findings.Add(TotalsMessages.HasErrors(_faulty));
        if (missing.Count > 0)
            Findings.Add(TotalsMessages.Missing(options.Edition.Totals.Missing, missing, roster.Length, options.RosterFile));
        if (options.Roster is null) Findings.Add(TotalsMessages.NoRoster(options.Edition.Totals.Missing));
        return [.. _entries.Where(e => e.Listed is null && e.Entry.State == BodyState.Counted).Select(e => e.Entry),
            .. expected, .. _entries.Where(e => e.Listed is null && e.Entry.State != BodyState.Counted).Select(e => e.Entry)];
    }

    private static BodyEntry Missing(RosterEntry listed) => new()
    {
        Name = listed.Name, Group = listed.Group, State = BodyState.Missing,
        Reason = TotalsMessages.NothingReceived, Remedy = TotalsMessages.Remind,
    };

    // A file that cannot be read, or does not name its body, is attributed by its file name.
    private RosterEntry? Listed(Submission submission)
    {
        if (submission.Report is { } report && options.Roster?.Find(report.Body) is { } named) return named;
        var isNameless = submission.Report is null
            || submission.Report.Field(options.Edition.BodyField) is not { Text.Length: > 0 };
        return isNameless ? options.Roster?.FindIn(Path.GetFileNameWithoutExtension(submission.File)) : null;
    }

    private Diagnostic? ReasonAgainst(Report report, bool isExpected, bool isOwn)
    {
        if (!isOwn && report.Bodies.Length > 0 && report.Body == options.Body) return TotalsMessages.IsTotal(report);
        if (report.Year != options.Year) return TotalsMessages.OtherYear(report, options.Year);
        if (options.Period is { } period && !ReportPeriod.IsSamePart(report.PeriodWithoutYear, period))
            return TotalsMessages.OtherPeriod(report, period);
        if (report.Kind != options.Edition.Id) return TotalsMessages.OtherKind(report, options.Edition);
        if (report.Edition != options.Edition.Edition) return TotalsMessages.OtherEdition(report, options.Edition.Edition);
        return options.Roster is not null && !isExpected ? TotalsMessages.NotListed(report, options.RosterFile) : null;
    }

    private Diagnostic? CountedTwice(Submission submission, Report report, string name) =>
        _chosen.GetValueOrDefault(Roster.Normalize(name)) is { } chosen && !ReferenceEquals(chosen, submission)
            ? TotalsMessages.CountedTwice(
                options.Edition.Totals.CountedTwice, report, chosen.Report!, isLater: chosen.Saved > submission.Saved)
            : null;

    private static Diagnostic? FigureMissing(Report report)
    {
        var missing = report.Tables.SelectMany(t => t.Cells).Where(c => c.Number is null && !c.IsTotal).ToList();
        return missing.Count == 0 ? null : TotalsMessages.FigureMissing(report, missing);
    }

    private void LeaveOut(RosterEntry? listed, string name, string file, Diagnostic? reason) =>
        _entries.Add((listed, EntryOf(listed, name, BodyState.LeftOut, file, reason)));

    private static BodyEntry EntryOf(RosterEntry? listed, string name, BodyState state, string file, Diagnostic? note) => new()
    {
        Name = name, Group = listed?.Group ?? "", State = state, File = file, Reason = note?.Message, Remedy = note?.Remedy,
    };
}
