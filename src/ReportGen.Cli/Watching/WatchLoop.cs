using System.Collections.Concurrent;
using ReportGen.Cli.Inputs;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Looks, hands what is ready to the processor, tells what became of it, and waits until something happens. One thread at a
/// time goes through the loop; the workers only put down their results.
/// </summary>
internal sealed class WatchLoop(
    Inbox inbox, TemplateReloader templates, WorkbookProcessor processor, LedgerUpdater ledger, IWatchEventSink events, WatchLoopOptions options)
{
    // A workbook that the program fails at so often is left until it, or a template, changes.
    private const int MostTries = 3;

    private readonly WatchTimings _timings = options.Timings;
    private readonly long _start = options.Time.GetTimestamp();
    private readonly WakeSignal _wake = new(options.Time);
    private readonly WorkbookOpener _opener = new();
    private readonly Dictionary<string, WatchedFile> _files = [];
    private readonly HashSet<string> _left = [];
    private readonly ConcurrentQueue<Finished> _finished = new();
    private readonly List<Task> _workers = [];
    private readonly ImmutableArray<BuildResult>.Builder _results = ImmutableArray.CreateBuilder<BuildResult>();
    private ImmutableArray<WatchedFile> _ready = [];
    private TimeSpan _scanDue;
    private TimeSpan _scanned;
    private bool _hasLooked;
    private bool _isLost;
    private volatile bool _isCalled;

    /// <summary>Runs until it is stopped, or, if it shall run once, until nothing is left to do.</summary>
    /// <param name="stop">Stops it: what it holds is finished, nothing new is taken.</param>
    /// <param name="drop">Drops what it holds, too.</param>
    /// <returns>What became of the workbooks, when it ran once; else empty.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="drop"/> was cancelled.</exception>
    public async Task<ImmutableArray<BuildResult>> RunAsync(CancellationToken stop, CancellationToken drop)
    {
        using var inboxChanges = new FolderChangeListener(inbox.Folder, deep: true, Call);
        using var templateChanges = new FolderChangeListener(options.Templates, deep: true, Call);
        ledger.Touch(Now);
        while (!stop.IsCancellationRequested)
        {
            TakeResults();
            if (Now >= _scanDue)
            {
                if (options.Listens) templateChanges.Start();
                Scan(inboxChanges);
            }

            Start(drop);
            foreach (var problem in ledger.WriteIfDue(Now, _wake.Set)) Tell(problem);
            if (options.Once && IsThrough()) break;
            await _wake.WaitAsync(NextDue() - Now, stop).ConfigureAwait(false);
            if (_isCalled) _scanDue = Earlier(_scanDue, _scanned + _timings.MinScanInterval);
        }

        await FinishAsync(stop.IsCancellationRequested).ConfigureAwait(false);
        drop.ThrowIfCancellationRequested();
        return _results.ToImmutable();
    }

    // The time since it began, which never jumps as the time of day does.
    private TimeSpan Now => options.Time.GetElapsedTime(_start);

    private static TimeSpan Earlier(TimeSpan a, TimeSpan? b) => b < a ? b.Value : a;

    private void Call(string changed)
    {
        _isCalled = true;
        _wake.Set();
    }

    private async Task FinishAsync(bool isStopped)
    {
        if (isStopped) events.Write(new WatchStopping(_workers.Count));
        await Task.WhenAll(_workers).ConfigureAwait(false);
        TakeResults();
        foreach (var problem in await ledger.FinishAsync().ConfigureAwait(false)) Tell(problem);
        events.Write(new WatchStopped());
    }

    private TimeSpan NextDue()
    {
        var due = Earlier(_scanDue, ledger.Due);
        return _isCalled ? Earlier(due, _scanned + _timings.MinScanInterval) : due;
    }

    private void Scan(FolderChangeListener changes)
    {
        _isCalled = false;
        var begun = Now;
        RefreshTemplates(begun);
        ledger.Look(begun);
        if (Look(changes) is { } content)
        {
            if (options.Listens) changes.Start();
            Update(content, begun);
        }

        _scanned = Now;
        _scanDue = Earlier(_scanned + _timings.ScanAfter(_scanned - begun), templates.Due);
        Evaluate();
    }

    private InboxContent? Look(FolderChangeListener changes)
    {
        try
        {
            var content = inbox.Look();
            if (_isLost) Tell(WatchMessages.InboxFound(inbox.Folder));
            _isLost = false;
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            changes.Stop();
            if (!_isLost) Tell(WatchMessages.InboxLost(inbox.Folder, e.Message));
            _isLost = true;
            return null;
        }
    }

    private void RefreshTemplates(TimeSpan now)
    {
        if (templates.Refresh(now) is not { } mistakes) return;
        var errors = mistakes.Where(m => m.Severity == Severity.Error).ToImmutableArray();
        if (errors.IsEmpty)
        {
            foreach (var file in _files.Values) file.Reopen();
            ledger.Touch(now);
        }

        Tell(errors.IsEmpty ? WatchMessages.TemplatesChanged(options.Templates) : WatchMessages.TemplatesBroken(options.Templates, errors.Length), errors);
    }

    private void Update(InboxContent content, TimeSpan now)
    {
        var isNew = false;
        foreach (var (name, stamp) in content.Workbooks)
        {
            if (!_files.TryGetValue(name, out var file)) _files[name] = file = new WatchedFile(name);
            isNew |= file.Stamp != stamp;
            file.See(stamp, content.LockOf(name), now, _hasLooked ? options.Time.GetUtcNow() : DateTimeOffset.MinValue);
        }

        // While a file settles, the printer gets ready.
        if (isNew && _hasLooked) options.GetReady();
        _hasLooked = true;
        foreach (var gone in _files.Values.Where(f => !f.IsHeld && !content.Workbooks.ContainsKey(f.Name)).ToList()) _files.Remove(gone.Name);
        foreach (var other in content.Others.Where(_left.Add)) Tell(WatchMessages.NoWorkbook(other));
        _left.IntersectWith(content.Others);
    }

    private void Evaluate()
    {
        var ready = new List<WatchedFile>();
        foreach (var file in _files.Values)
        {
            var decision = file.Evaluate(Now, _timings, () => _opener.WhyNotReady(inbox.PathOf(file.Name)));
            if (decision.IsReady) ready.Add(file);
            _scanDue = Earlier(_scanDue, decision.Due);
            if (decision.Reason is not { } reason || file.Told == reason.Id) continue;
            file.Told = reason.Id;
            events.Write(new WorkbookWaits(file.Name, reason));
        }

        _ready = [.. ready.OrderBy(f => f.Stamp.Saved).ThenBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void Start(CancellationToken drop)
    {
        _workers.RemoveAll(w => w.IsCompleted);
        while (_workers.Count < options.Jobs && !_ready.IsEmpty)
        {
            var file = _ready[0];
            _ready = _ready.RemoveAt(0);
            if (file.IsHeld || file.IsDone || !_files.ContainsKey(file.Name)) continue;
            file.MarkInProgress();
            _workers.Add(Task.Run(() => WorkAsync(new Finished(file, file.Stamp, templates.Current!), drop), CancellationToken.None));
        }
    }

    private async Task WorkAsync(Finished work, CancellationToken drop)
    {
        try
        {
            var input = new WorkbookInput(inbox.PathOf(work.File.Name)) { Arrived = work.File.Arrived, Seen = work.Stamp.Saved };
            var result = await processor.ProcessAsync(work.File.Name, input, work.Templates, drop).ConfigureAwait(false);
            // What failed because it was being saved again comes again by itself.
            _finished.Enqueue(work with { Result = result is { State: BuildState.Failed } && input.IsOutdated ? null : result });
        }
        catch (OperationCanceledException)
        {
            _finished.Enqueue(work);
        }

        _wake.Set();
    }

    private void TakeResults()
    {
        while (_finished.TryDequeue(out var work)) Take(work);
    }

    private void Take(Finished work)
    {
        var (file, now) = (work.File, Now);
        var isNews = work.Result is { } result && IsNews(file, result);
        if (work.Result is not { } done) file.Defer(WatchMessages.Taken(file.Name), now, _timings);
        else if (WhyRetry(file, done) is { } reason) file.RetryLater(reason, now, _timings);
        else file.Finish(work.Stamp);
        if (work.Templates != templates.Current) file.Reopen();
        _scanDue = Earlier(_scanDue, now + _timings.MinScanInterval);
        if (options.Once && work.Result is { } final) _results.Add(final);
        if (isNews) Report(file, work.Result!, now);
    }

    private void Report(WatchedFile file, BuildResult result, TimeSpan now)
    {
        if (result.State == BuildState.Failed) file.Failure = result.Reason?.Id;
        if (file.Lock is { } left) Tell(WatchMessages.LockLeft(file.Name, left, _timings.Patience));
        events.Write(new WorkbookDone(file.Name, result));
        ledger.Touch(now);
    }

    // What failed and fails again in the same way is no news; nor is what went back before.
    private static bool IsNews(WatchedFile file, BuildResult result) => result.State switch
    {
        BuildState.Unchanged => !result.Findings.IsEmpty,
        BuildState.Failed => result.Reason?.Id != file.Failure,
        _ => !result.IsRepeated,
    };

    /// <summary>Why it should be tried again: not the workbook is at fault, but the machine, or perhaps the program.</summary>
    private static Diagnostic? WhyRetry(WatchedFile file, BuildResult result) => result.State != BuildState.Failed ? null
        : result.Reason?.Id == "file.unreadable" ? result.Reason
        : ErrorCauses.Of(result.Findings) switch
        {
            ErrorCause.Environment => result.Reason,
            ErrorCause.Engine when file.Tries + 1 < MostTries => result.Reason,
            _ => null,
        };

    private bool IsThrough() => !_isLost && _finished.IsEmpty && _ready.IsEmpty
        && _files.Values.All(f => f.IsDone || (!f.IsHeld && f.Told is not null));

    private void Tell(Diagnostic notice, ImmutableArray<Diagnostic> details = default) =>
        events.Write(new WatchNotice(notice, details.IsDefault ? [] : details));

    private sealed record Finished(WatchedFile File, FileStamp Stamp, TemplateSet Templates, BuildResult? Result = null);
}
