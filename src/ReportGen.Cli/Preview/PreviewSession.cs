using System.Collections.Concurrent;
using ReportGen.Printing;

namespace ReportGen.Cli.Preview;

/// <summary>
/// The reports of a folder, kept up to date while their workbooks and templates change. One loop does all the looking;
/// whoever asks sees immutable states.
/// </summary>
internal sealed class PreviewSession(PreviewFolder folder, string templatesFolder, IPdfPrinter printer)
{
    // A template is written in pieces and a workbook by way of another name: what is wrong for so long only is not told.
    private static readonly TimeSpan MistakePatience = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan GonePatience = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan WritingPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ReportState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly PendingLooks _looks = new();
    private readonly OpenedReports _opened = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoadedTemplates? _templates;
    private ChangeFeed? _feed;

    /// <summary>What is shown.</summary>
    public PreviewFolder Folder => folder;

    /// <summary>Where the pages hear of changes.</summary>
    public EventHub Events { get; } = new();

    /// <summary>The PDFs of the reports.</summary>
    public PrintedCopies Printed { get; } = new(printer);

    /// <summary>All reports as they are now.</summary>
    public ICollection<ReportState> Reports => _states.Values;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Called after every look that changed something, for the terminal.</summary>
    public Action<ReportState>? Looked { get; init; }

    /// <summary>The report as it is now; null when there is no such report.</summary>
    public ReportState? Find(string id) => _states.GetValueOrDefault(id);

    /// <summary>The report with its page, which is made when it is not there yet; null when there is no such report.</summary>
    public async Task<ReportState?> OpenAsync(string id, CancellationToken cancellation)
    {
        await _ready.Task.WaitAsync(cancellation).ConfigureAwait(false);
        if (Find(id) is null) return null;
        foreach (var closed in _opened.Open(id)) Trim(closed);
        if (IsWhole(Find(id))) return Find(id);
        var awaited = _awaited.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!IsWhole(Find(id)))
        {
            _looks.Add(id, anew: true);
            _feed?.Wake();
            await Task.WhenAny(awaited.Task, Task.Delay(OpeningPatience, cancellation)).ConfigureAwait(false);
        }

        return Find(id);
    }

    /// <summary>Watches and looks until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var feed = _feed = new ChangeFeed(
            [(folder.Root, !folder.IsSingle), (templatesFolder, true)],
            path => folder.Concerns(path) || LoadedTemplates.Concerns(path),
            () => folder.Find().Select(f => Path.GetFullPath(f.Path)).Concat(LoadedTemplates.Files(templatesFolder)));
        _templates = await Task.Run(() => LoadedTemplates.Load(templatesFolder, printer), cancellation).ConfigureAwait(false);
        Discover();
        _ready.TrySetResult();
        while (!cancellation.IsCancellationRequested)
        {
            var changes = await feed.NextAsync(_looks.Wait(Longest), cancellation).ConfigureAwait(false);
            if (changes.Count > 0 && !await TryTakeAsync(changes).ConfigureAwait(false)) _ = feed.TellAgainAsync(changes);
            if (_looks.Take(_opened.RankOf) is { } look) await LookAsync(look.Id, look.Anew, cancellation).ConfigureAwait(false);
        }
    }

    private void Discover()
    {
        foreach (var file in folder.Find().Where(f => !_states.ContainsKey(f.Id)))
        {
            Publish(new ReportState(file));
            _looks.Add(file.Id, anew: true);
        }
    }

    private async Task<bool> TryTakeAsync(IReadOnlyCollection<string> changes)
    {
        try
        {
            await TakeAsync(changes).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that went away while it was listed.
            return false;
        }
    }

    private async Task TakeAsync(IReadOnlyCollection<string> changes)
    {
        var before = _templates!;
        var templates = before.Changed(changes.Where(LoadedTemplates.Concerns));
        if (!templates.IsEmpty)
        {
            var now = _templates = await Task.Run(() => before.After(templates, printer)).ConfigureAwait(false);
            foreach (var state in _states.Values.Where(s => IsTouched(s, before, now, templates))) _looks.Add(state.File.Id, anew: true);
        }

        var known = _states.Values.ToDictionary(s => Path.GetFullPath(s.File.Path), s => s.File.Id, StringComparer.Ordinal);
        var workbooks = changes.Where(folder.Concerns).ToList();
        foreach (var path in workbooks.Where(known.ContainsKey)) _looks.Add(known[path], anew: false);
        if (!workbooks.All(known.ContainsKey)) Discover();
    }

    private static bool IsTouched(ReportState state, LoadedTemplates before, LoadedTemplates now, ImmutableArray<string> paths) =>
        state.Identity is not { } identity || !state.Mistakes.IsEmpty
        || before.Uses(identity.Kind, identity.Edition, paths) || now.Uses(identity.Kind, identity.Edition, paths);

    private async Task LookAsync(string id, bool anew, CancellationToken cancellation)
    {
        if (Find(id) is not { } state) return;
        var digest = anew ? null : _digests.GetValueOrDefault(id);
        var compiled = await Task.Run(() => CompileAsync(state, digest), cancellation).ConfigureAwait(false);
        if (compiled is null) return;
        if (compiled.Html is null && _looks.Doubt(id, PatienceWith(compiled), anew)) return;
        if (compiled.IsGone) Remove(state);
        else
        {
            _digests[id] = compiled.Read?.Workbook.Sha256 ?? "";
            var after = Publish((Find(id) ?? state).After(compiled));
            Looked?.Invoke(after);
            if (after.Good == compiled && _opened.Contains(id) && Events.HasListeners) _ = ConfirmAsync(after, cancellation);
        }

        // A report that was opened meanwhile awaits the next look, which keeps its page.
        if (IsWhole(Find(id)) && _awaited.TryRemove(id, out var awaited)) awaited.TrySetResult();
    }

    private async Task<CompiledReport?> CompileAsync(ReportState state, string? digest)
    {
        try
        {
            return await CompiledReport.CompileAsync(_templates!, state.File.Path, state.Identity?.Kind, digest, Time).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A fault of the program itself: one report shows it, the preview goes on.
            return new() { Mistakes = [PreviewMessages.Failed(state.File.Path, e.Message)], Took = TimeSpan.Zero, At = Time.GetLocalNow() };
        }
    }

    private static TimeSpan PatienceWith(CompiledReport compiled) =>
        compiled.IsGone ? GonePatience : compiled.IsNotReady ? WritingPatience : MistakePatience;

    private ReportState Publish(ReportState state)
    {
        _states[state.File.Id] = _opened.Contains(state.File.Id) ? state : state with { Good = state.Good?.Trimmed() };
        Events.Send("report", PreviewJson.Summary(state));
        return state;
    }

    private void Remove(ReportState state)
    {
        _states.TryRemove(state.File.Id, out _);
        _digests.TryRemove(state.File.Id, out _);
        _looks.Remove(state.File.Id);
        Events.Send("gone", PreviewJson.Gone(state.File));
    }

    // The page shows at once; that it breaks as it prints is confirmed when nothing has changed for a while.
    private async Task ConfirmAsync(ReportState state, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(900), cancellation).ConfigureAwait(false);
            if (Find(state.File.Id)?.Good != state.Good) return;
            var printed = await Printed.PrintAsync(state, cancellation).ConfigureAwait(false);
            if (printed.Value is not { } copy || Find(state.File.Id) is not { } now || now.Good != state.Good) return;
            var confirmed = now with { PrintedPages = copy.Pages };
            if (_states.TryUpdate(state.File.Id, confirmed, now)) Events.Send("report", PreviewJson.Summary(confirmed));
        }
        catch (OperationCanceledException)
        {
            // The preview ends.
        }
    }

    private void Trim(string id)
    {
        Printed.Forget(id);
        if (Find(id) is { } state) _states.TryUpdate(id, state with { Good = state.Good?.Trimmed() }, state);
    }

    private static bool IsWhole(ReportState? state) => state is null || state.Good?.Html is not null || !state.Mistakes.IsEmpty;
}
