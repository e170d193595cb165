using System.Collections.Concurrent;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>
/// Keeps the reports of a folder up to date while workbooks and templates change. A single loop compiles; requests read immutable
/// states. Thread-safe.
/// </summary>
internal sealed class PreviewSession(PreviewFolder folder, string templatesFolder, IPdfPrinter printer)
{
    // Editors save in several steps: errors that last for less than this are not shown.
    private static readonly TimeSpan s_errorTimeout = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_missingTimeout = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan s_writingTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_openingTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_maxWait = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ReportState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly RefreshQueue _queue = new();
    private readonly OpenedReports _opened = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoadedTemplates? _templates;
    private ChangeFeed? _feed;

    /// <summary>The previewed folder or workbook.</summary>
    public PreviewFolder Folder => folder;

    /// <summary>Sends events to the pages.</summary>
    public EventHub Events { get; } = new();

    /// <summary>The PDFs of the reports.</summary>
    public PdfCache Pdfs { get; } = new(printer);

    /// <summary>The current states of all reports.</summary>
    public ICollection<ReportState> Reports => _states.Values;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What the page can do besides showing reports; null for nothing.</summary>
    public PreviewActions? Actions { get; init; }

    /// <summary>Called after every compilation, to report it on the terminal; may be null.</summary>
    public Action<ReportState>? Refreshed { get; init; }

    /// <summary>Returns the current state of a report; null if none.</summary>
    public ReportState? Find(string id) => _states.GetValueOrDefault(id);

    /// <summary>Returns a report with its page, compiled if necessary; null if there is no such report.</summary>
    public async Task<ReportState?> OpenAsync(string id, CancellationToken cancellation)
    {
        await _ready.Task.WaitAsync(cancellation).ConfigureAwait(false);
        if (Find(id) is null) return null;
        foreach (var closed in _opened.Open(id)) Trim(closed);
        if (IsComplete(Find(id))) return Find(id);
        var awaited = _waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!IsComplete(Find(id)))
        {
            _queue.Add(id, force: true);
            _feed?.Wake();
            await Task.WhenAny(awaited.Task, Task.Delay(s_openingTimeout, cancellation)).ConfigureAwait(false);
        }

        return Find(id);
    }

    /// <summary>Watches for changes and compiles until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var feed = _feed = new ChangeFeed(
            [(folder.Root, !folder.IsSingle), (templatesFolder, true)],
            path => folder.IsRelevant(path) || LoadedTemplates.IsRelevant(path),
            () => folder.Find().Select(f => Path.GetFullPath(f.Path)).Concat(LoadedTemplates.Files(templatesFolder)));
        _templates = await Task.Run(() => LoadedTemplates.Load(templatesFolder, printer), cancellation).ConfigureAwait(false);
        Discover();
        _ready.TrySetResult();
        while (!cancellation.IsCancellationRequested)
        {
            var changes = await feed.NextAsync(_queue.Wait(s_maxWait), cancellation).ConfigureAwait(false);
            if (changes.Count > 0 && !await TryApplyAsync(changes).ConfigureAwait(false)) _ = feed.RepeatAsync(changes);
            if (_queue.TryTake(_opened.RankOf) is { } next)
                await RefreshAsync(next.Id, next.Force, cancellation).ConfigureAwait(false);
        }
    }

    private void Discover()
    {
        foreach (var file in folder.Find().Where(f => !_states.ContainsKey(f.Id)))
        {
            Publish(new ReportState(file));
            _queue.Add(file.Id, force: true);
        }
    }

    private async Task<bool> TryApplyAsync(IReadOnlyCollection<string> changes)
    {
        try
        {
            await ApplyAsync(changes).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder disappeared while it was listed.
            return false;
        }
    }

    private async Task ApplyAsync(IReadOnlyCollection<string> changes)
    {
        var before = _templates!;
        var templates = before.Changed(changes.Where(LoadedTemplates.IsRelevant));
        if (!templates.IsEmpty)
        {
            var now = _templates = await Task.Run(() => before.Reload(templates, printer)).ConfigureAwait(false);
            foreach (var state in _states.Values.Where(s => IsAffected(s, before, now, templates)))
                _queue.Add(state.File.Id, force: true);
        }

        var known = _states.Values.ToDictionary(s => Path.GetFullPath(s.File.Path), s => s.File.Id, StringComparer.Ordinal);
        var workbooks = changes.Where(folder.IsRelevant).ToList();
        foreach (var path in workbooks.Where(known.ContainsKey)) _queue.Add(known[path], force: false);
        if (!workbooks.All(known.ContainsKey)) Discover();
    }

    private static bool IsAffected(
        ReportState state, LoadedTemplates before, LoadedTemplates now, ImmutableArray<string> paths) =>
        state.Identity is not { } identity || !state.Errors.IsEmpty
        || before.Uses(identity.Kind, identity.Edition, paths) || now.Uses(identity.Kind, identity.Edition, paths);

    private async Task RefreshAsync(string id, bool force, CancellationToken cancellation)
    {
        if (Find(id) is not { } state) return;
        var digest = force ? null : _digests.GetValueOrDefault(id);
        var compiled = await Task.Run(() => CompileAsync(state, digest), cancellation).ConfigureAwait(false);
        if (compiled is null) return;
        if (compiled.Html is null && _queue.RetryUntilStable(id, TimeoutFor(compiled), force)) return;
        if (compiled.IsMissing)
        {
            Remove(state);
        }
        else
        {
            _digests[id] = compiled.Read?.Workbook.Sha256 ?? "";
            var after = Publish((Find(id) ?? state).Update(compiled));
            Refreshed?.Invoke(after);
            if (after.LastGood == compiled && _opened.Contains(id) && Events.HasListeners) _ = ConfirmAsync(after, cancellation);
        }

        // A report that was opened meanwhile waits for the next compilation, which keeps its page.
        if (IsComplete(Find(id)) && _waiting.TryRemove(id, out var awaited)) awaited.TrySetResult();
    }

    private async Task<CompiledReport?> CompileAsync(ReportState state, string? digest)
    {
        try
        {
            return await CompiledReport.CompileAsync(_templates!, state.File.Path, state.Identity?.Kind, digest, Time)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // An internal error is shown for this report; the preview continues.
            return new() { Errors = [UnexpectedErrors.Of(state.File.Path, e)], Took = TimeSpan.Zero,
                At = Time.GetLocalNow() };
        }
    }

    private static TimeSpan TimeoutFor(CompiledReport compiled) =>
        compiled.IsMissing ? s_missingTimeout : compiled.IsNotReady ? s_writingTimeout : s_errorTimeout;

    private ReportState Publish(ReportState state)
    {
        _states[state.File.Id] = _opened.Contains(state.File.Id) ? state : state with { LastGood = state.LastGood?.Trimmed() };
        Events.Send("report", PreviewJson.Summary(state));
        return state;
    }

    private void Remove(ReportState state)
    {
        _states.TryRemove(state.File.Id, out _);
        _digests.TryRemove(state.File.Id, out _);
        _queue.Remove(state.File.Id);
        Events.Send("gone", PreviewJson.Removed(state.File));
    }

    // The page is shown at once; its page breaks are compared with the PDF once nothing has changed for a while.
    private async Task ConfirmAsync(ReportState state, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(900), cancellation).ConfigureAwait(false);
            if (Find(state.File.Id)?.LastGood != state.LastGood) return;
            var printed = await Pdfs.PrintAsync(state, cancellation).ConfigureAwait(false);
            if (printed.Value is not { } copy || Find(state.File.Id) is not { } now || now.LastGood != state.LastGood) return;
            var confirmed = now with { PrintedPages = copy.Pages };
            if (_states.TryUpdate(state.File.Id, confirmed, now)) Events.Send("report", PreviewJson.Summary(confirmed));
        }
        catch (OperationCanceledException)
        {
            // The preview is stopping.
        }
    }

    private void Trim(string id)
    {
        Pdfs.Remove(id);
        if (Find(id) is { } state) _states.TryUpdate(id, state with { LastGood = state.LastGood?.Trimmed() }, state);
    }

    private static bool IsComplete(ReportState? state) =>
        state is null || state.LastGood?.Html is not null || !state.Errors.IsEmpty;
}
