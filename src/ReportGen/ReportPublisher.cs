using ReportGen.Rules;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Publishing;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>
/// Turns one workbook into what stands for it in the output folder, in four steps: read it, claim the report's name, make the
/// report (or, when it has errors, what goes back to its author), publish. The result is recorded in the journal. Safe for
/// several workbooks at once; none touches another.
/// </summary>
/// <param name="pipeline">Reads, checks, renders and prints.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="options">What is published, and how.</param>
/// <param name="fingerprint">What a result depends on besides the workbook.</param>
/// <param name="time">The clock: what day it is for the rules, and when a result is recorded.</param>
/// <param name="names">Keeps two workbooks of one run apart; null where a later workbook of the same body replaces an earlier one.</param>
public sealed class ReportPublisher(
    ReportPipeline pipeline, OutputFolder folder, Journal journal, PublishOptions options, BuildFingerprint fingerprint, TimeProvider time,
    OutputNameRegistry? names = null)
{
    private readonly SupersedePolicy _policy = new(journal, folder);

    /// <summary>Publishes one workbook. Whatever goes wrong with it is told by the result.</summary>
    /// <param name="input">The workbook.</param>
    /// <param name="progress">Receives a callback as each stage starts; may be null.</param>
    /// <param name="cancellation">Ends the work early; nothing of this workbook is published then.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<BuildResult> PublishAsync(
        WorkbookInput input, IProgress<PipelineStage>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            journal.Refresh();
            var source = new Source(input, pipeline.Load(input.Path), NameOf(input));
            return await (!options.Force && FindCurrentResult(source) is { } current
                ? KeepAsync(source, current, cancellation)
                : PublishAsync(source, progress, cancellation)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A fault of the program in one report must not cost the others theirs.
            return new(input.Origin, BuildState.Failed, [Unexpected(input, e)], []);
        }
    }

    private static Diagnostic Unexpected(WorkbookInput input, Exception e) => e is IOException or UnauthorizedAccessException
        ? PublishingMessages.CannotWrite(input.Origin, e.Message)
        : PipelineMessages.Unexpected(input.Origin, e);

    private async Task<BuildResult> KeepAsync(Source source, BuildResult current, CancellationToken cancellation) =>
        await ClaimAsync(source, ReportNames.Of(current.Body!, current.Title!), cancellation).ConfigureAwait(false) is { } refusal
            ? await FailAsync(source, null, [refusal], cancellation).ConfigureAwait(false)
            : current;

    private async Task<BuildResult> PublishAsync(Source source, IProgress<PipelineStage>? progress, CancellationToken cancellation)
    {
        using var run = new PipelineRun(pipeline, options.Deadline, progress, cancellation);
        var read = await run.ReadAsync(source.File).ConfigureAwait(false);
        var report = NamesOf(source, read);
        if ((read.Report is not null || IsReturnable(read, read.Diagnostics))
            && await ClaimAsync(source, report, cancellation).ConfigureAwait(false) is { } refusal)
            return await FailAsync(source, read, [refusal, .. read.Diagnostics], cancellation).ConfigureAwait(false);

        var built = await run.BuildAsync(read, OptionsFor(source, read.Report)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return built.IsBuilt ? await PublishAsync(source, Published(report, built), cancellation).ConfigureAwait(false)
            : IsReturnable(read, built.Diagnostics) ? await PublishAsync(source, Returned(report, built), cancellation).ConfigureAwait(false)
            : await FailAsync(source, read, built.Diagnostics, cancellation).ConfigureAwait(false);
    }

    private BuildResult? FindCurrentResult(Source source)
    {
        if (source.File.Sha256 is not { Length: > 0 } sha256) return null;
        if (names is null && FindOtherResult(source) is { } other) return other;
        return journal.Latest(source.Name) is { State: PublicationState.Published } entry && IsCurrent(entry, sha256) && IsComplete(entry)
            && !journal.Files.IsSuperseded(entry.Workbook)
                ? ResultOf(source, BuildState.Unchanged, [], entry)
                : null;
    }

    // Where a later workbook of the same body replaces an earlier one.
    private BuildResult? FindOtherResult(Source source)
    {
        var sha256 = source.File.Sha256;
        if (_policy.SupersededResult(source.Name, sha256, source.Input.Saved()) is { } superseded)
            return ResultOf(source, BuildState.Unchanged, [], superseded);
        return _policy.SameContent(source.Name, sha256, e => e.State == PublicationState.Published && IsCurrent(e, sha256)) is { } same
            ? ResultOf(source, BuildState.Unchanged, [PipelineMessages.SameContent(source.Origin, same.Workbook)], same)
            : null;
    }

    private bool IsCurrent(JournalEntry entry, string sha256) => entry.Key == fingerprint.KeyOf(sha256, entry.Edition, entry.Included);

    private bool IsComplete(JournalEntry entry) => entry.Outputs.All(folder.Has);

    private async Task<Diagnostic?> ClaimAsync(Source source, ReportNames report, CancellationToken cancellation) =>
        names is not null && await names.ClaimAsync(report.Stem, source.Origin, cancellation).ConfigureAwait(false) is { } owner
            ? PipelineMessages.SameOutput(source.Origin, owner, report.Stem)
            : null;

    private BuildOptions OptionsFor(Source source, Report? report)
    {
        var (previous, remark) = options.Previous?.For(report, source.Origin) ?? default;
        return new()
        {
            Formats = options.Formats,
            Checks = new CheckOptions
            {
                Today = DateOnly.FromDateTime(time.GetLocalNow().DateTime),
                Profile = options.Profile, Accepted = options.Accepted, Previous = previous,
            },
            Remarks = remark is null ? [] : [remark],
            RenderSpeculatively = options.RenderSpeculatively,
            Rendering = RenderOptions.Published with { Settings = options.Settings.ToImmutableDictionary() },
        };
    }

    // A workbook that could be opened, and has errors that its author can correct.
    private static bool IsReturnable(ReadReport read, ImmutableArray<Diagnostic> findings) =>
        read.Workbook.State == WorkbookState.Opened && ErrorCauses.Of(findings) == ErrorCause.Data;

    private static Made Published(ReportNames names, BuiltReport built) => new(
        PublicationState.Published, built.Read, built.Diagnostics, built.Included,
        [.. built.Documents.Select(d => new OutputFile(names.Published(d.Key), d.Value))]);

    // When the page cannot be rendered, its author still gets the workbook back.
    private Made Returned(ReportNames names, BuiltReport built)
    {
        var (documents, mistakes) = pipeline.Return(built.Read, built.Diagnostics, options.Profile, options.Language, built.Accepted);
        var workbook = documents?.Workbook ?? WorkbookMarker.Mark(built.Read.Workbook, built.Diagnostics, options.Language);
        return new(
            PublicationState.Returned, built.Read, [.. built.Diagnostics, .. mistakes], documents?.Page.Included,
            [new OutputFile(names.ReturnedWorkbook, workbook), .. documents is null ? [] : PageOf(names, documents.Page)]);
    }

    private static ImmutableArray<OutputFile> PageOf(ReportNames names, FinishedDocument page) =>
        [new OutputFile(names.ReturnedPage, Encoding.UTF8.GetBytes(page.Html))];

    private async Task<BuildResult> PublishAsync(Source source, Made made, CancellationToken cancellation)
    {
        var entry = EntryOf(source, made);
        try
        {
            using var publishLock = await folder.AcquireLockAsync(cancellation).ConfigureAwait(false);
            journal.Refresh();
            if (!options.Force && FindPreferredResult(source, made, entry) is { } preferred) return preferred;
            Publish(entry, made.Files);
            return ResultOf(source, made.Result, made.Findings, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ImmutableArray<Diagnostic> findings = [.. made.Findings, PublishingMessages.CannotWrite(folder.Path, e.Message)];
            return await FailAsync(source, made.Read, findings, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The result that stands already and makes it needless to publish a new one; null if none.</summary>
    private BuildResult? FindPreferredResult(Source source, Made made, JournalEntry entry)
    {
        if (made.State == PublicationState.Returned && FindSameResult(entry) is { } earlier)
            return ResultOf(source, made.Result, made.Findings, earlier) with { IsRepeated = true };
        if (names is not null) return null;
        if (_policy.SameContent(entry.Workbook, entry.Sha256, e => e.State == entry.State && e.Key == entry.Key) is { } same)
            return ResultOf(source, BuildState.Unchanged, [PipelineMessages.SameContent(source.Origin, same.Workbook)], same);
        return _policy.NewerResult(entry, source.Input.Arrived) is { } newer
            ? ResultOf(source, BuildState.Unchanged, [PipelineMessages.Superseded(source.Origin, newer.Workbook)], newer)
            : null;
    }

    /// <summary>The newest entry of the same workbook, when it says the same and its files are there; null if none.</summary>
    private JournalEntry? FindSameResult(JournalEntry entry) =>
        journal.Latest(entry.Workbook) is { } latest && latest.State == entry.State && latest.Key == entry.Key && IsComplete(latest)
            ? latest : null;

    private void Publish(JournalEntry entry, ImmutableArray<OutputFile> files)
    {
        if (!files.IsEmpty) folder.Publish(files, journal.Files.FilesReplacedBy(entry));
        journal.Append(entry with { Time = time.GetUtcNow() });
    }

    /// <param name="source">The workbook.</param>
    /// <param name="read">The workbook as it was read; null when it was not.</param>
    /// <param name="findings">Why it failed, and what else was found.</param>
    /// <param name="cancellation">Ends the wait for the lock.</param>
    private async Task<BuildResult> FailAsync(
        Source source, ReadReport? read, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var made = new Made(PublicationState.Failed, read, read is null ? [] : findings, null, FailurePage(source, read, findings));
        var entry = EntryOf(source, made);
        var result = ResultOf(source, BuildState.Failed, findings, entry);
        entry = entry with { Reason = result.Reason?.Message.In(options.Language) };
        return await IsRecordedAsync(source, entry, made.Files, cancellation).ConfigureAwait(false) ? result : result with { Outputs = [] };
    }

    private async Task<bool> IsRecordedAsync(
        Source source, JournalEntry entry, ImmutableArray<OutputFile> page, CancellationToken cancellation)
    {
        // What does not exist was not handed in.
        if (!File.Exists(source.Input.Path) || source.Input.IsOutdated) return false;
        try
        {
            using var publishLock = await folder.AcquireLockAsync(cancellation).ConfigureAwait(false);
            journal.Refresh();
            // The same failure again is no news.
            if (FindSameResult(entry)?.Reason != entry.Reason) Publish(entry, page);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The result tells the failure all the same.
            return false;
        }
    }

    private ImmutableArray<OutputFile> FailurePage(Source source, ReadReport? read, ImmutableArray<Diagnostic> findings)
    {
        if (!options.WritesFailurePage || read is null || ErrorCauses.Of(findings) != ErrorCause.Data) return [];
        var page = pipeline.Review(read with { File = source.Origin }, findings, options.Profile, options.Language).Value;
        return page is null ? [] : PageOf(NamesOf(source, read), page);
    }

    private JournalEntry EntryOf(Source source, Made made)
    {
        var (sha256, report, edition) = (source.File.Sha256, made.Read?.Report, BuildFingerprint.EditionOf(made.Read?.Report));
        return new()
        {
            Time = time.GetUtcNow(), Workbook = source.Name, Sha256 = sha256, Saved = source.Input.Saved(), State = made.State, Edition = edition,
            Key = made.State == PublicationState.Returned
                ? fingerprint.KeyOfReturn(sha256, edition, made.Included, made.Findings) : fingerprint.KeyOf(sha256, edition, made.Included),
            Included = made.Included, Outputs = [.. made.Files.Select(f => f.RelativePath)],
            Body = report?.Body, Year = report?.Year, Title = report?.Title,
            Errors = made.Findings.Count(d => d.Severity == Severity.Error),
            Warnings = made.Findings.Count(d => d.Severity == Severity.Warning),
        };
    }

    private static ReportNames NamesOf(Source source, ReadReport read)
    {
        var name = Path.GetFileNameWithoutExtension(source.Origin);
        return ReportNames.Of(read.Report?.Body ?? name, read.Report?.Title ?? name);
    }

    private BuildResult ResultOf(Source source, BuildState state, ImmutableArray<Diagnostic> findings, JournalEntry entry) =>
        new(source.Origin, state, findings, [.. entry.Outputs.Select(o => Path.Combine(options.Output, o))])
        {
            Body = entry.Body, Year = entry.Year, Title = entry.Title,
        };

    private string NameOf(WorkbookInput input) =>
        Path.GetRelativePath(folder.Path, Path.GetFullPath(input.Origin)).Replace('\\', '/');

    /// <summary>A workbook as it was handed in, its content, and its name in the journal.</summary>
    private sealed record Source(WorkbookInput Input, WorkbookFile File, string Name)
    {
        public string Origin => Input.Origin;
    }

    /// <summary>What shall stand for a workbook.</summary>
    private sealed record Made(
        PublicationState State, ReadReport? Read, ImmutableArray<Diagnostic> Findings,
        ImmutableSortedSet<string>? Included, ImmutableArray<OutputFile> Files)
    {
        public BuildState Result => State == PublicationState.Published ? BuildState.Built : BuildState.Returned;
    }
}
