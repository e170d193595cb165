using System.Collections.Immutable;
using System.Text;
using ReportGen.Checks;
using ReportGen.Cli.Commands;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Publishing;
using ReportGen.Workbooks;

namespace ReportGen.Cli.Building;

/// <summary>
/// Turns one workbook into what stands for it in the output folder: the published report, or the marked workbook when it has
/// errors. The result is recorded in the journal. Safe for several workbooks at once; none touches another.
/// </summary>
/// <param name="pipeline">Reads, checks, renders and prints.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="wishes">What the user wants.</param>
/// <param name="fingerprint">What a result depends on besides the workbook.</param>
/// <param name="claims">Keeps two workbooks of one run apart; null where a later workbook of the same body replaces an earlier one.</param>
internal sealed class ReportBuilder(
    ReportPipeline pipeline, OutputFolder folder, Journal journal, BuildWishes wishes, BuildFingerprint fingerprint, NameClaims? claims = null)
{
    private readonly Precedence _precedence = new(journal, folder);
    private readonly Lock _turn = new();
    private readonly BuildOptions _options = new()
    {
        Formats = wishes.Formats,
        Checks = new CheckOptions { Today = DateOnly.FromDateTime(DateTime.Today), Profile = wishes.Profile, Accepted = wishes.Accepted },
        Deadline = wishes.Deadline,
        Ahead = wishes.Ahead,
        Rendering = RenderOptions.Published with { Settings = wishes.Settings.ToImmutableDictionary() },
    };

    /// <summary>Builds one workbook. Whatever goes wrong with it is told by the result.</summary>
    /// <param name="submission">The workbook.</param>
    /// <param name="progress">Told of every stage as it begins; null for nobody.</param>
    /// <param name="cancellation">Ends the work early; nothing of this workbook is published then.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<BuildResult> BuildAsync(
        Submission submission, IProgress<PipelineStage>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            journal.CatchUp();
            if (!wishes.Force && Unchanged(submission) is { } unchanged) return await AdmittedAsync(submission, unchanged, cancellation).ConfigureAwait(false);
            var options = _options with
            {
                Admission = (report, token) => RefusalAsync(submission, ReportNames.Of(report.Body, report.Title), token),
                PreviousOf = wishes.Previous is { } previous ? report => previous.For(report, submission.Origin) : null,
            };
            var built = await pipeline.BuildAsync(submission.Path, options, progress, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (built.Report is null && IsReturnable(built)
                && await RefusalAsync(submission, NamesOf(submission, built), cancellation).ConfigureAwait(false) is { } refusal)
                return Failed(submission, built, [refusal, .. built.Diagnostics]);
            return Record(submission, built);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A mistake of the program in one report must not cost the others theirs.
            return new(submission.Origin, BuildState.Failed, [Unexpected(submission, e)], []);
        }
    }

    private static Diagnostic Unexpected(Submission submission, Exception e) => e is IOException or UnauthorizedAccessException
        ? CommandMessages.CannotWrite(submission.Origin, e.Message)
        : CommandMessages.Unexpected(submission.Origin, e);

    private BuildResult? Unchanged(Submission submission)
    {
        if (BuildFingerprint.DigestOf(submission.Path) is not { } digest) return null;
        if (claims is null && Replaced(submission, digest) is { } replaced) return replaced;
        if (journal.Latest(NameOf(submission)) is not { State: PublicationState.Published } entry) return null;
        if (entry.Key != fingerprint.KeyOf(digest, entry.Edition, entry.Included) || !AllThere(entry) || journal.Holdings.IsSuperseded(entry.Workbook)) return null;
        return ResultOf(submission, BuildState.Unchanged, [], entry);
    }

    private async Task<BuildResult> AdmittedAsync(Submission submission, BuildResult unchanged, CancellationToken cancellation) =>
        await RefusalAsync(submission, ReportNames.Of(unchanged.Body!, unchanged.Title!), cancellation).ConfigureAwait(false) is { } refusal
            ? Failed(submission, null, [refusal])
            : unchanged;

    private BuildResult? Replaced(Submission submission, string digest)
    {
        if (_precedence.History(NameOf(submission), digest, submission.Saved()) is { } history)
            return ResultOf(submission, BuildState.Unchanged, [], history);
        var same = _precedence.SameContent(NameOf(submission), digest,
            e => e.State == PublicationState.Published && e.Key == fingerprint.KeyOf(digest, e.Edition, e.Included));
        return same is null ? null
            : ResultOf(submission, BuildState.Unchanged, [CommandMessages.SameContent(submission.Origin, same.Workbook)], same);
    }

    private BuildResult Record(Submission submission, BuiltReport built)
    {
        var state = built.IsBuilt ? BuildState.Built : IsReturnable(built) ? BuildState.Returned : BuildState.Failed;
        if (state == BuildState.Failed) return Failed(submission, built, built.Diagnostics);
        var names = NamesOf(submission, built);
        var (files, included, mistakes) = state == BuildState.Built ? (Published(names, built), built.Included, []) : Returned(names, built);
        built = built with { Diagnostics = [.. built.Diagnostics, .. mistakes] };
        var entry = EntryOf(submission, built, state == BuildState.Built ? PublicationState.Published : PublicationState.Returned, included)
            with { Outputs = [.. files.Select(f => f.RelativePath)] };
        return Publish(submission, built, entry, files);
    }

    private BuildResult Publish(Submission submission, BuiltReport built, JournalEntry entry, ImmutableArray<OutputFile> files)
    {
        var state = built.IsBuilt ? BuildState.Built : BuildState.Returned;
        try
        {
            lock (_turn)
            {
                using var turn = folder.Enter();
                journal.CatchUp();
                if (!wishes.Force && Standing(submission, built, entry, state) is { } standing) return standing;
                folder.Publish(files, journal.Holdings.MadeObsoleteBy(entry));
                journal.Append(entry with { Time = DateTimeOffset.UtcNow });
            }

            return ResultOf(submission, state, built.Diagnostics, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(submission, built, [.. built.Diagnostics, CommandMessages.CannotWrite(folder.Path, e.Message)]);
        }
    }

    /// <summary>What stands already, and makes it needless to publish a new result; null for nothing.</summary>
    private BuildResult? Standing(Submission submission, BuiltReport built, JournalEntry entry, BuildState state)
    {
        if (state == BuildState.Returned && Earlier(entry) is { } earlier)
            return ResultOf(submission, state, built.Diagnostics, earlier) with { IsRepeated = true };
        if (claims is not null) return null;
        if (_precedence.SameContent(entry.Workbook, entry.Sha256, e => e.State == entry.State && e.Key == entry.Key) is { } same)
            return ResultOf(submission, BuildState.Unchanged, [CommandMessages.SameContent(submission.Origin, same.Workbook)], same);
        return _precedence.Rival(entry, submission.Arrived) is { } rival
            ? ResultOf(submission, BuildState.Unchanged, [CommandMessages.Superseded(submission.Origin, rival.Workbook)], rival)
            : null;
    }

    private BuildResult Failed(Submission submission, BuiltReport? built, ImmutableArray<Diagnostic> findings)
    {
        var page = FailurePage(submission, built, findings);
        var entry = EntryOf(submission, built, PublicationState.Failed) with { Outputs = [.. page.Select(f => f.RelativePath)] };
        var result = ResultOf(submission, BuildState.Failed, findings, entry);
        return IsRecorded(submission, entry with { Reason = result.Reason?.Message.In(wishes.Language) }, page) ? result : result with { Outputs = [] };
    }

    private bool IsRecorded(Submission submission, JournalEntry entry, ImmutableArray<OutputFile> page)
    {
        // What does not exist was not handed in.
        if (!File.Exists(submission.Path) || submission.IsOutdated) return false;
        try
        {
            lock (_turn)
            {
                using var turn = folder.Enter();
                journal.CatchUp();
                // The same failure again is no news.
                if (Earlier(entry)?.Reason == entry.Reason) return true;
                if (!page.IsEmpty) folder.Publish(page, journal.Holdings.MadeObsoleteBy(entry));
                journal.Append(entry);
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The result tells the failure all the same.
            return false;
        }
    }

    private JournalEntry EntryOf(Submission submission, BuiltReport? built, PublicationState state, ImmutableSortedSet<string>? included = null)
    {
        var digest = built is { Workbook.Sha256.Length: > 0 } ? built.Workbook.Sha256 : BuildFingerprint.DigestOf(submission.Path) ?? "";
        var (findings, edition) = (built?.Diagnostics ?? [], BuildFingerprint.EditionOf(built?.Report));
        return new()
        {
            Time = DateTimeOffset.UtcNow, Workbook = NameOf(submission), Sha256 = digest, State = state, Edition = edition,
            Saved = submission.Saved(),
            Key = state == PublicationState.Returned ? fingerprint.KeyOfReturn(digest, edition, included, findings) : fingerprint.KeyOf(digest, edition, included),
            Included = included,
            Body = built?.Report?.Body, Year = built?.Report?.Year, Title = built?.Report?.Title,
            Errors = findings.Count(d => d.Severity == Severity.Error), Warnings = findings.Count(d => d.Severity == Severity.Warning),
        };
    }

    /// <summary>The newest entry of the same workbook, when it says the same and its files are there.</summary>
    private JournalEntry? Earlier(JournalEntry entry) =>
        journal.Latest(entry.Workbook) is { } latest && latest.State == entry.State && latest.Key == entry.Key && AllThere(latest) ? latest : null;

    private bool AllThere(JournalEntry entry) => entry.Outputs.All(o => File.Exists(folder.FullPath(o)));

    // A workbook that could be opened, and has mistakes that its author can mend.
    private static bool IsReturnable(BuiltReport built) =>
        built.Workbook.State == WorkbookState.Opened && ExitCodes.For(built.Diagnostics) == ExitCodes.Data
        && built.Diagnostics.All(d => d.Id != CommandMessages.SameOutputId);

    private static ImmutableArray<OutputFile> Published(ReportNames names, BuiltReport built) =>
        [.. built.Documents.Select(d => new OutputFile(names.Published(d.Key), d.Value))];

    // When the page cannot be rendered, its author still gets the workbook back.
    private (ImmutableArray<OutputFile> Files, ImmutableSortedSet<string>? Included, ImmutableArray<Diagnostic> Mistakes) Returned(ReportNames names, BuiltReport built)
    {
        var read = new ReadReport(built.Workbook.Workbook?.File ?? names.Title, built.Workbook, built.Report, built.Diagnostics);
        var (documents, mistakes) = pipeline.Return(read, built.Diagnostics, _options.Checks.Profile, wishes.Language, built.Accepted);
        return documents is null
            ? ([new OutputFile(names.ReturnedWorkbook, WorkbookMarker.Mark(built.Workbook, built.Diagnostics, wishes.Language))], null, mistakes)
            : ([new OutputFile(names.ReturnedWorkbook, documents.Workbook), new OutputFile(names.ReturnedPage, Encoding.UTF8.GetBytes(documents.Page.Html))], documents.Page.Included, mistakes);
    }

    private ImmutableArray<OutputFile> FailurePage(Submission submission, BuiltReport? built, ImmutableArray<Diagnostic> findings)
    {
        if (!wishes.TellsFailures || built is null || ExitCodes.For(findings) != ExitCodes.Data) return [];
        var read = new ReadReport(submission.Origin, built.Workbook, built.Report, findings);
        return pipeline.Review(read, findings, wishes.Profile, wishes.Language).Value is { } page
            ? [new OutputFile(NamesOf(submission, built).ReturnedPage, Encoding.UTF8.GetBytes(page.Html))]
            : [];
    }

    private static ReportNames NamesOf(Submission submission, BuiltReport built)
    {
        var name = Path.GetFileNameWithoutExtension(submission.Origin);
        return ReportNames.Of(built.Report?.Body ?? name, built.Report?.Title ?? name);
    }

    private async Task<Diagnostic?> RefusalAsync(Submission submission, ReportNames names, CancellationToken cancellation) =>
        claims is not null && await claims.ClaimAsync(names, submission.Origin, cancellation).ConfigureAwait(false) is { } owner
            ? CommandMessages.SameOutput(submission.Origin, owner, names.Stem)
            : null;

    private BuildResult ResultOf(Submission submission, BuildState state, ImmutableArray<Diagnostic> findings, JournalEntry entry) =>
        new(submission.Origin, state, findings, [.. entry.Outputs.Select(o => Path.Combine(wishes.Output, o))])
        {
            Body = entry.Body, Year = entry.Year, Title = entry.Title,
        };

    private string NameOf(Submission submission) =>
        Path.GetRelativePath(folder.Path, Path.GetFullPath(submission.Origin)).Replace('\\', '/');
}
