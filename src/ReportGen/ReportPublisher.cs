using System.Security.Cryptography;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Publishing;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen;

/// <summary>
/// Builds and publishes one workbook in four steps: read it, claim the report's name, build the report (or, if it has errors, the
/// returned workbook), publish the files. Records the result in the journal. Thread-safe.
/// </summary>
/// <param name="pipeline">Reads, checks, renders and prints.</param>
/// <param name="folder">The output folder.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="options">How workbooks are built and published.</param>
/// <param name="fingerprint">The digest of everything that a result depends on besides the workbook.</param>
/// <param name="time">The clock for the date of the check and for journal entries.</param>
/// <param name="registry">Refuses a second workbook for the same files; null if a later one replaces an earlier one.</param>
public sealed class ReportPublisher(
    ReportPipeline pipeline, OutputFolder folder, Journal journal, PublishOptions options, BuildFingerprint fingerprint,
    TimeProvider time,
    OutputNameRegistry? registry = null)
{
    // How many errors the ledger shows beside a returned workbook, and how many characters of each.
    private const int MaxWorst = 3;
    private const int MaxWords = 160;

    private readonly SupersedePolicy _policy = new(journal, folder);

    /// <summary>Builds and publishes one workbook. All failures are reported in the result.</summary>
    /// <param name="input">The workbook.</param>
    /// <param name="progress">Receives a callback as each stage starts; may be null.</param>
    /// <param name="cancellation">Cancels the work; nothing of this workbook is then published.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<BuildResult> ProcessAsync(
        WorkbookInput input, IProgress<PipelineStage>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            journal.Refresh();
            var source = new Source(input, pipeline.Load(input.Path), folder.NameOf(input.Origin));
            return await (!options.Force && UnchangedResult(source) is { } current
                ? KeepAsync(source, current, cancellation)
                : BuildAsync(source, progress, cancellation)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // An internal error in one report must not stop the others.
            return new(input.Origin, BuildState.Failed, [Unexpected(input, e)], []);
        }
    }

    private static Diagnostic Unexpected(WorkbookInput input, Exception e) => e is IOException or UnauthorizedAccessException
        ? PublishingMessages.CannotWrite(input.Origin, e.Message)
        : UnexpectedErrors.Of(input.Origin, e);

    private async Task<BuildResult> KeepAsync(Source source, BuildResult current, CancellationToken cancellation)
    {
        var latest = journal.Latest(source.Name);
        var report = ClaimedReport.Of(current.Body!, latest?.Edition, latest?.Period);
        return await ClaimAsync(source, ReportNames.Of(current.Body!, current.Title!), report, cancellation)
            .ConfigureAwait(false) is { } conflict
            ? await FailAsync(source, null, [conflict.Finding], cancellation, conflict.Owner).ConfigureAwait(false)
            : current;
    }

    private async Task<BuildResult> BuildAsync(
        Source source, IProgress<PipelineStage>? progress, CancellationToken cancellation)
    {
        using var run = new PipelineRun(pipeline, options.Deadline, progress, cancellation);
        var read = await run.ReadAsync(source.File).ConfigureAwait(false);
        var paths = NamesOf(source, read);
        if ((read.Report is not null || IsReturnable(read, read.Diagnostics))
            && await ClaimAsync(source, paths, ClaimedReport.Of(read.Report), cancellation).ConfigureAwait(false)
                is { } conflict)
        {
            return await FailAsync(source, read, [conflict.Finding, .. read.Diagnostics], cancellation, conflict.Owner)
                .ConfigureAwait(false);
        }

        var built = await run.BuildAsync(read, OptionsFor(source, read.Report)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return built.IsBuilt ? await PublishAsync(source, Published(source, paths, built), cancellation).ConfigureAwait(false)
            : IsReturnable(read, built.Diagnostics)
                ? await PublishAsync(source, Returned(paths, built), cancellation).ConfigureAwait(false)
            : await FailAsync(source, read, built.Diagnostics, cancellation).ConfigureAwait(false);
    }

    private BuildResult? UnchangedResult(Source source)
    {
        if (source.File.Sha256 is not { Length: > 0 } sha256) return null;
        if (registry is null && ResultOfOtherWorkbook(source) is { } other) return other;
        return journal.Latest(source.Name) is { State: PublicationState.Published } entry && IsCurrent(entry, sha256)
            && IsComplete(entry)
            && !journal.Files.IsSuperseded(entry.Workbook)
                ? ResultOf(source, BuildState.Unchanged, [], entry)
                : null;
    }

    // Only if a later workbook replaces an earlier one.
    private BuildResult? ResultOfOtherWorkbook(Source source)
    {
        var sha256 = source.File.Sha256;
        if (_policy.SupersededResult(source.Name, sha256, source.Input.Saved()) is { } superseded)
            return ResultOf(source, BuildState.Unchanged, [], superseded);
        return _policy.SameContent(source.Name, sha256,
            e => e.State == PublicationState.Published && IsCurrent(e, sha256)) is { } same
            ? ResultOf(source, BuildState.Unchanged, [PipelineMessages.SameContent(source.Origin, same.Workbook)], same)
            : null;
    }

    private bool IsCurrent(JournalEntry entry, string sha256) =>
        entry.Key == fingerprint.KeyOf(sha256, entry.Edition, entry.Included);

    private bool IsComplete(JournalEntry entry) => entry.Outputs.All(folder.Has);

    private async Task<(Diagnostic Finding, string Owner)?> ClaimAsync(
        Source source, ReportNames paths, ClaimedReport? report, CancellationToken cancellation)
    {
        if (registry is null) return null;
        string[] names = report is null ? [paths.Stem] : [report.Name, paths.Stem];
        return await registry.ClaimAllAsync(names, source.Origin, cancellation).ConfigureAwait(false) is not { } conflict ? null
            : (conflict.Name == report?.Name ? PipelineMessages.TwoOfOneBody(source.Origin, report.Body, conflict.Owner)
                : PipelineMessages.SameOutput(source.Origin, conflict.Owner, paths.Stem), conflict.Owner);
    }

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
            MoreFindings = [.. new[] { remark, WrongYear(report) }.OfType<Diagnostic>()],
            RenderSpeculatively = options.RenderSpeculatively,
            Rendering = RenderOptions.Published with
                { Settings = options.Settings.ToImmutableDictionary(), ForPortal = options.ForPortal },
        };
    }

    private Diagnostic? WrongYear(Report? report)
    {
        if (report is null || options.Year is not { } expected || report.Year is not { } year || year == expected) return null;
        var place = pipeline.KindOf(report).YearField is { } field ? report.Field(field)?.Location : null;
        return PipelineMessages.OtherYear(
            (SourceLocation?)place ?? new FileLocation { File = report.Source?.File ?? "" }, year, expected);
    }

    // It could be opened, and its author can correct its errors.
    private static bool IsReturnable(ReadResult read, ImmutableArray<Diagnostic> findings) =>
        read.Workbook.State == WorkbookState.Opened && ErrorCauses.Of(findings) == ErrorCause.Data;

    // The corrected copy of a returned workbook, saved in its place, would be removed together with the return.
    private NewResult Published(Source source, ReportNames paths, BuiltReport built) => new(
        PublicationState.Published, built.Read, built.Diagnostics, built.Included,
        [.. built.Documents.Select(d => new OutputFile(paths.Published(d.Key), d.Value)),
            .. IsInOutput(source) ? [new OutputFile(paths.CorrectedWorkbook, source.File.Content)] : Array.Empty<OutputFile>()]);

    private bool IsInOutput(Source source) => !source.Name.StartsWith("../", StringComparison.Ordinal)
        && !Path.IsPathRooted(source.Name) && journal.Files.OwnerOf(source.Name) is not null;

    // If the page cannot be rendered, the workbook is still returned.
    private NewResult Returned(ReportNames paths, BuiltReport built)
    {
        var (documents, pageErrors) = pipeline.Return(built.Read, built.Diagnostics, options.Profile, options.Language,
            built.Accepted);
        var workbook = documents?.Workbook ?? WorkbookMarker.Mark(
            built.Read.Workbook, built.Diagnostics, LanguageFor(built.Read.Report), built.Read.Report?.Blanks?.Remark);
        return new(
            PublicationState.Returned, built.Read, [.. built.Diagnostics, .. pageErrors], documents?.Page.Included,
            [new OutputFile(paths.ReturnedWorkbook, workbook), .. documents is null ? [] : PageOf(paths, documents.Page)]);
    }

    private Language LanguageFor(Report? report) => options.Language.For(pipeline.LanguageOf(report));

    private static ImmutableArray<OutputFile> PageOf(ReportNames paths, FinishedDocument page) =>
        [new OutputFile(paths.ReviewPage, Encoding.UTF8.GetBytes(page.Html))];

    private async Task<BuildResult> PublishAsync(Source source, NewResult outcome, CancellationToken cancellation)
    {
        var entry = EntryOf(source, outcome);
        try
        {
            using var publishLock = await folder.AcquireLockAsync(cancellation).ConfigureAwait(false);
            journal.Refresh();
            // What it replaces may be the submitted file itself, which its author may have saved again.
            if (IsInOutput(source) && source.Input.IsOutdated)
                return new(source.Origin, BuildState.Failed, [PublishingMessages.SavedAgain(source.Origin)], []);
            if (!options.Force && ResultThatTakesPrecedence(source, outcome, entry) is { } preferred) return preferred;
            Publish(entry, outcome.Files);
            return ResultOf(source, outcome.BuildState, outcome.Findings, entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ImmutableArray<Diagnostic> findings = [.. outcome.Findings, PublishingMessages.CannotWrite(folder.Path, e.Message)];
            return await FailAsync(source, outcome.Read, findings, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Returns an existing result that takes precedence over the new one; null if none.</summary>
    private BuildResult? ResultThatTakesPrecedence(Source source, NewResult outcome, JournalEntry entry)
    {
        // Another workbook may have replaced it while it was read and checked.
        if (registry is null && _policy.SupersededResult(source.Name, entry.Sha256, entry.Saved) is { } replaced)
            return ResultOf(source, BuildState.Unchanged, [], replaced);
        if (outcome.State == PublicationState.Returned && IdenticalResult(entry) is { } earlier)
            return ResultOf(source, outcome.BuildState, outcome.Findings, earlier) with { IsRepeated = true };
        if (registry is not null) return null;
        if (_policy.SameContent(entry.Workbook, entry.Sha256, e => e.State == entry.State && e.Key == entry.Key) is { } same)
            return ResultOf(source, BuildState.Unchanged, [PipelineMessages.SameContent(source.Origin, same.Workbook)], same);
        return _policy.NewerResult(entry, source.Input.Arrived) is { } newer
            ? ResultOf(source, BuildState.Unchanged, [PipelineMessages.Superseded(source.Origin, newer.Workbook)], newer)
            : null;
    }

    /// <summary>Returns the workbook's newest entry if it has the same result and its files exist; otherwise null.</summary>
    private JournalEntry? IdenticalResult(JournalEntry entry) =>
        journal.Latest(entry.Workbook) is { } latest && latest.State == entry.State && latest.Key == entry.Key
            && IsComplete(latest)
            ? latest : null;

    private void Publish(JournalEntry entry, ImmutableArray<OutputFile> files)
    {
        if (!files.IsEmpty) folder.Publish(files, journal.Files.FilesReplacedBy(entry));
        journal.Append(entry with { Time = time.GetUtcNow() });
    }

    /// <param name="source">The workbook.</param>
    /// <param name="read">The workbook as it was read; null if it was not read.</param>
    /// <param name="findings">The reason for the failure, and all other findings.</param>
    /// <param name="cancellation">Cancels the wait for the lock.</param>
    /// <param name="rival">The workbook that is processed instead; null if none.</param>
    private async Task<BuildResult> FailAsync(
        Source source, ReadResult? read, ImmutableArray<Diagnostic> findings, CancellationToken cancellation,
        string? rival = null)
    {
        var outcome = new NewResult(PublicationState.Failed, read, read is null ? [] : findings, null,
            ReviewPageOfFailure(source, read, findings));
        var entry = EntryOf(source, outcome);
        var result = ResultOf(source, BuildState.Failed, findings, entry);
        var language = LanguageFor(read?.Report);
        entry = entry with
        {
            Reason = result.Reason?.Message.In(language), Remedy = result.Reason?.Remedy?.In(language),
            Rival = rival is null ? null : folder.NameOf(rival),
            Body = entry.Body ?? (rival is null ? null : journal.Latest(source.Name)?.Body),
        };
        return await IsRecordedAsync(source, entry, outcome.Files, cancellation).ConfigureAwait(false)
            ? result
            : result with { Outputs = [] };
    }

    private async Task<bool> IsRecordedAsync(
        Source source, JournalEntry entry, ImmutableArray<OutputFile> page, CancellationToken cancellation)
    {
        // A file that does not exist, or has changed, is not recorded.
        if (!File.Exists(source.Input.Path) || source.Input.IsOutdated) return false;
        try
        {
            using var publishLock = await folder.AcquireLockAsync(cancellation).ConfigureAwait(false);
            journal.Refresh();
            // The same failure is recorded only once.
            if (IdenticalResult(entry)?.Reason != entry.Reason) Publish(entry, page);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The result already contains the failure.
            return false;
        }
    }

    private ImmutableArray<OutputFile> ReviewPageOfFailure(Source source, ReadResult? read, ImmutableArray<Diagnostic> findings)
    {
        if (!options.WritesPageOnFailure || read is null || ErrorCauses.Of(findings) != ErrorCause.Data) return [];
        var page = pipeline.Review(read with { File = source.Origin }, findings, options.Profile, options.Language).Value;
        return page is null ? [] : PageOf(NamesOf(source, read), page);
    }

    private JournalEntry EntryOf(Source source, NewResult outcome)
    {
        var (sha256, report, edition) = (source.File.Sha256, outcome.Read?.Report,
            BuildFingerprint.EditionOf(outcome.Read?.Report));
        return new()
        {
            Time = time.GetUtcNow(), Workbook = source.Name, Sha256 = sha256, Saved = source.Input.Saved(), State = outcome.State,
            Edition = edition,
            Key = outcome.State == PublicationState.Returned
                ? fingerprint.KeyOfReturn(sha256, edition, outcome.Included, outcome.Findings)
                : fingerprint.KeyOf(sha256, edition, outcome.Included),
            Included = outcome.Included, Outputs = [.. outcome.Files.Select(f => f.RelativePath)],
            Body = report?.Body, Year = report?.Year, Period = report?.Period, Title = report?.Title,
            BlanksAsZero = report?.Blanks?.Count,
            Errors = outcome.Findings.Count(d => d.Severity == Severity.Error),
            Warnings = outcome.Findings.Count(d => d.Severity == Severity.Warning),
            Worst = outcome.State == PublicationState.Returned ? WorstOf(outcome.Findings, LanguageFor(report)) : null,
            OutputSha256 = outcome.Files.Where(f => f.RelativePath.EndsWith(".xlsx", StringComparison.Ordinal))
                .Select(f => Convert.ToHexStringLower(SHA256.HashData(f.Content.Span))).FirstOrDefault(),
        };
    }

    private static ImmutableArray<string> WorstOf(ImmutableArray<Diagnostic> findings, Language language) =>
        [.. findings.Where(f => f.Severity == Severity.Error)
            // A report on another year has errors that are none of it.
            .OrderByDescending(f => f.Id == PipelineMessages.OtherYearId).Take(MaxWorst).Select(f => Short(
            f.Location is { Place.Length: > 0 } at ? $"{at.Place}{(language == Language.Chinese ? "：" : ": ")}" : "",
            f.Message.In(language).ReplaceLineEndings(" ")))];

    private static string Short(string place, string message)
    {
        if (message.Length <= MaxWords) return place + message;
        return $"{place}{message[..(char.IsHighSurrogate(message[MaxWords - 1]) ? MaxWords - 1 : MaxWords)]}…";
    }

    private static ReportNames NamesOf(Source source, ReadResult read)
    {
        var name = Path.GetFileNameWithoutExtension(source.Origin);
        return ReportNames.Of(read.Report?.Body ?? name, read.Report?.FileTitle ?? name);
    }

    private BuildResult ResultOf(Source source, BuildState state, ImmutableArray<Diagnostic> findings, JournalEntry entry) =>
        new(source.Origin, state, findings, [.. entry.Outputs.Select(PathOf)])
        {
            Body = entry.Body, Year = entry.Year, Title = entry.Title,
        };

    // The journal has slashes on every machine.
    private string PathOf(string output) => Path.Combine(options.Output, output.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A submitted workbook, its content, and its name in the journal.</summary>
    private sealed record Source(WorkbookInput Input, WorkbookFile File, string Name)
    {
        public string Origin => Input.Origin;
    }

    /// <summary>Which report it is: there can be only one of a body, a kind and a period in a run.</summary>
    private sealed record ClaimedReport(string Body, string Name)
    {
        public static ClaimedReport? Of(Report? report) =>
            report is null ? null : Of(report.Body, BuildFingerprint.EditionOf(report), report.Period);

        // The name in the registry is no path. A kind without periods may have several reports of a body.
        public static ClaimedReport? Of(string body, string? edition, string? period) => edition is null || period is null ? null
            : new(body, $"{body.Normalize(NormalizationForm.FormC)}\n{edition.Split('/')[0]}\n{period}");
    }

    /// <summary>A new result of a workbook, before it is published.</summary>
    private sealed record NewResult(
        PublicationState State, ReadResult? Read, ImmutableArray<Diagnostic> Findings,
        ImmutableSortedSet<string>? Included, ImmutableArray<OutputFile> Files)
    {
        public BuildState BuildState => State switch
        {
            PublicationState.Published => BuildState.Built,
            PublicationState.Returned => BuildState.Returned,
            _ => BuildState.Failed,
        };
    }
}
