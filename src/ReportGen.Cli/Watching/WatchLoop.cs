using System.Collections.Concurrent;
using ReportGen.Cli.Inputs;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Scans the inbox, starts workers for files that are ready, reports their results, and waits for the next change. The loop owns
/// all state; workers only put their results into a queue.
/// </summary>
internal sealed class WatchLoop(
    Inbox inbox, TemplateReloader templates, WorkbookProcessor processor, LedgerUpdater ledger, IWatchEventSink events,
    WatchLoopOptions options)
{
    // After this many internal errors, a workbook is not tried again until it, or a template, changes.
    private const int MaxTries = 3;

    private const int MaxResultsWithoutRelease = 100;

    private readonly WatchTimings _timings = options.Timings;
    private readonly long _start = options.Time.GetTimestamp();
    private readonly WakeSignal _wake = new(options.Time);
    private readonly WorkbookOpener _opener = new();
    private readonly Dictionary<string, WatchedFile> _files = [];
    private readonly HashSet<string> _ignored = [];
    private readonly ConcurrentQueue<WorkItem> _finished = new();
    private readonly TaskCompletionSource _reacted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _workers = [];
    private readonly ImmutableArray<BuildResult>.Builder _results = ImmutableArray.CreateBuilder<BuildResult>();
    private ImmutableArray<WatchedFile> _ready = [];
    private TimeSpan _scanDue;
    private TimeSpan _scanned;
    private int _unreleased;
    private bool _hasScanned;
    private bool _isInboxLost;
    private volatile bool _hasChanges;
    private ImmutableArray<Diagnostic> _others = [];

    /// <summary>Whether files are left that must be waited for: open in another program, or incomplete.</summary>
    public bool HasWaiting => _files.Values.Any(f => !f.IsDone && f.Waiting is not null);

    /// <summary>Runs until stopped, or, with <see cref="WatchLoopOptions.Once"/>, until nothing is left to do.</summary>
    /// <param name="stop">Stops the loop: work in progress is finished, no new work is started.</param>
    /// <param name="abort">Also cancels the work in progress.</param>
    /// <returns>The results with <see cref="WatchLoopOptions.Once"/>; otherwise empty.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="abort"/> was cancelled.</exception>
    public async Task<ImmutableArray<BuildResult>> RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var loop = Task.Run(() => LoopAsync(stop, abort), CancellationToken.None);
        if (await Task.WhenAny(loop, HangsAsync(stop)).ConfigureAwait(false) == loop) return await loop.ConfigureAwait(false);
        // Nothing is lost: publishing is atomic, and a restart does what is left.
        Notify(WatchMessages.Hangs(inbox.Folder));
        return [];
    }

    /// <summary>Ends when the loop does not react to a stop in time, because a file operation does not return.</summary>
    private async Task HangsAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult).ConfigureAwait(false)) await stopped.Task.ConfigureAwait(false);
        var timeout = Task.Delay(_timings.StopTimeout, options.Time);
        if (await Task.WhenAny(_reacted.Task, timeout).ConfigureAwait(false) != timeout)
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<BuildResult>> LoopAsync(CancellationToken stop, CancellationToken abort)
    {
        using var inboxChanges = new FolderChangeListener(inbox.Folder, deep: true, OnChange);
        using var templateChanges = new FolderChangeListener(options.Templates, deep: true, OnChange);
        ledger.Schedule(Now);
        while (!stop.IsCancellationRequested)
        {
            TakeResults();
            if (Now >= _scanDue)
            {
                if (options.Listens) templateChanges.Start();
                Scan(inboxChanges);
            }

            Start(abort);
            foreach (var problem in ledger.WriteIfDue(Now, _wake.Set)) Notify(problem);
            if (options.Once && IsFinished()) break;
            ReleaseMemory();
            await _wake.WaitAsync(NextDue() - Now, stop).ConfigureAwait(false);
            if (_hasChanges) _scanDue = Earlier(_scanDue, _scanned + _timings.MinScanInterval);
        }

        await FinishAsync(stop.IsCancellationRequested).ConfigureAwait(false);
        abort.ThrowIfCancellationRequested();
        // A workbook that was returned again before its correction was read is no problem any more.
        return [.. _results.Where(r => r.State != BuildState.Returned || !processor.IsReplaced(r))];
    }

    // Monotonic time since the start.
    private TimeSpan Now => options.Time.GetElapsedTime(_start);

    private static TimeSpan Earlier(TimeSpan a, TimeSpan? b) => b < a ? b.Value : a;

    private void OnChange(string changed)
    {
        _hasChanges = true;
        _wake.Set();
    }

    private async Task FinishAsync(bool isStopped)
    {
        _reacted.TrySetResult();
        if (isStopped) events.Write(new WatchStopping(_workers.Count));
        await Task.WhenAll(_workers).ConfigureAwait(false);
        TakeResults();
        foreach (var problem in await ledger.FinishAsync().ConfigureAwait(false)) Notify(problem);
        events.Write(new WatchStopped());
    }

    private TimeSpan NextDue()
    {
        var due = Earlier(_scanDue, ledger.Due);
        return _hasChanges ? Earlier(due, _scanned + _timings.MinScanInterval) : due;
    }

    private void Scan(FolderChangeListener changes)
    {
        _hasChanges = false;
        var begun = Now;
        RefreshTemplates(begun);
        ledger.CheckRoster(begun);
        if (ScanInbox(changes) is { } content)
        {
            if (options.Listens) changes.Start();
            Update(content, begun);
        }

        _scanned = Now;
        _scanDue = Earlier(_scanned + _timings.ScanAfter(_scanned - begun), templates.Due);
        Evaluate();
    }

    private InboxContent? ScanInbox(FolderChangeListener changes)
    {
        try
        {
            var content = inbox.Scan();
            if (_isInboxLost) Notify(WatchMessages.InboxFound(inbox.Folder));
            _isInboxLost = false;
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            changes.Stop();
            if (!_isInboxLost) Notify(WatchMessages.InboxLost(inbox.Folder, e.Message));
            _isInboxLost = true;
            return null;
        }
    }

    private void RefreshTemplates(TimeSpan now)
    {
        if (templates.Refresh(now) is not { } findings) return;
        var errors = findings.Where(f => f.Severity == Severity.Error).ToImmutableArray();
        if (errors.IsEmpty)
        {
            foreach (var file in _files.Values) file.Reopen();
            ledger.Schedule(now);
        }

        Notify(errors.IsEmpty
            ? WatchMessages.TemplatesChanged(options.Templates)
            : WatchMessages.TemplatesBroken(options.Templates, errors.Length), errors);
    }

    private void Update(InboxContent content, TimeSpan now)
    {
        var hasNew = false;
        var arrived = _hasScanned ? processor.JournalLength : 0;
        foreach (var (name, stamp) in content.Workbooks)
        {
            if (!_files.TryGetValue(name, out var file)) _files[name] = file = new WatchedFile(name);
            hasNew |= file.Stamp != stamp;
            file.Update(stamp, content.LockOf(name), now, arrived);
        }

        // Start the printer while the file settles.
        if (hasNew && _hasScanned) options.OnNewWorkbook();
        _hasScanned = true;
        foreach (var gone in _files.Values.Where(f => !f.IsInProgress && !content.Workbooks.ContainsKey(f.Name)).ToList())
            _files.Remove(gone.Name);
        ImmutableArray<Diagnostic> ignored = [.. content.Others.Select(WatchMessages.NoWorkbook), .. content.PassedOver];
        _others = [.. content.Others.Where(WorkbookFiles.IsDocument).Select(WatchMessages.NoWorkbook), .. content.PassedOver];
        foreach (var notice in ignored.Where(n => _ignored.Add(n.Location!.File)))
        {
            Notify(notice);
            if (options.Once && notice.Severity == Severity.Error)
                _results.Add(new(inbox.PathOf(notice.Location!.File), BuildState.Failed, [notice], []));
        }

        _ignored.IntersectWith(ignored.Select(n => n.Location!.File));
    }

    private void Evaluate()
    {
        var ready = new List<WatchedFile>();
        foreach (var file in _files.Values)
        {
            var decision = file.Evaluate(Now, _timings, () => _opener.WhyNotReady(inbox.PathOf(file.Name)));
            if (decision.IsReady) ready.Add(file);
            _scanDue = Earlier(_scanDue, decision.Due);
            file.Waiting = decision.Reason;
            if (decision.Reason is not { } reason || file.ReportedReason == reason.Id) continue;
            file.ReportedReason = reason.Id;
            events.Write(new WorkbookWaits(file.Name, reason));
        }

        ledger.SetFiles([.. _files.Values.Where(f => !f.IsInProgress).Select(f => f.Waiting).OfType<Diagnostic>().Concat(_others)
            .OrderBy(w => w.Location?.File, StringComparer.Ordinal)], Now);
        _ready = [.. ready.OrderBy(f => f.Stamp.Saved).ThenBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void Start(CancellationToken abort)
    {
        _workers.RemoveAll(w => w.IsCompleted);
        while (_workers.Count < options.Jobs && !_ready.IsEmpty)
        {
            var file = _ready[0];
            _ready = _ready.RemoveAt(0);
            if (file.IsInProgress || file.IsDone || !_files.ContainsKey(file.Name)) continue;
            file.MarkInProgress();
            _workers.Add(
                Task.Run(() => WorkAsync(new WorkItem(file, file.Stamp, templates.Current!), abort), CancellationToken.None));
        }
    }

    private async Task WorkAsync(WorkItem work, CancellationToken abort)
    {
        try
        {
            var input = new WorkbookInput(inbox.PathOf(work.File.Name)) { Arrived = work.File.Arrived, Seen = work.Stamp.Saved };
            var result = await processor.ProcessAsync(work.File.Name, input, work.Templates, abort).ConfigureAwait(false);
            // If the file was saved meanwhile, a failure is ignored: the next scan finds the change.
            _finished.Enqueue(work with { Result = result is { State: BuildState.Failed } && input.IsOutdated ? null : result });
        }
        catch (OperationCanceledException)
        {
            // Aborted: the item is handed back without a result.
            _finished.Enqueue(work);
        }
        catch (Exception e)
        {
            var path = inbox.PathOf(work.File.Name);
            _finished.Enqueue(work with { Result = new(path, BuildState.Failed, [UnexpectedErrors.Of(path, e)], []) });
        }

        _wake.Set();
    }

    private void TakeResults()
    {
        while (_finished.TryDequeue(out var work)) Complete(work);
    }

    private void ReleaseMemory()
    {
        if (_unreleased == 0) return;
        var isIdle = _ready.IsEmpty && _workers.TrueForAll(w => w.IsCompleted) && _finished.IsEmpty && ledger.IsUpToDate;
        if (!isIdle && _unreleased < MaxResultsWithoutRelease) return;
        _unreleased = 0;
        options.ReleaseMemory();
    }

    private void Complete(WorkItem work)
    {
        _unreleased++;
        var (file, now) = (work.File, Now);
        var isNew = work.Result is { } result && IsNewResult(file, result);
        if (work.Result is not { } done) file.Defer(WatchMessages.Taken(file.Name), now, _timings);
        else if (WhyRetry(file, done) is { } reason) file.RetryLater(reason, now, _timings);
        else file.Finish(work.Stamp);
        if (work.Templates != templates.Current) file.Reopen();
        _scanDue = Earlier(_scanDue, now + _timings.MinScanInterval);
        if (options.Once && work.Result is { } final) _results.Add(final);
        if (isNew) Report(file, work.Result!, now);
    }

    private void Report(WatchedFile file, BuildResult result, TimeSpan now)
    {
        if (result.State == BuildState.Failed) file.ReportedFailure = result.Reason?.Id;
        if (file.LockFile is { } left) Notify(WatchMessages.LockLeft(file.Name, left, _timings.Timeout));
        events.Write(new WorkbookDone(file.Name, result));
        ledger.Schedule(now);
    }

    // Repeated failures with the same cause, and repeated returns, are not reported.
    private static bool IsNewResult(WatchedFile file, BuildResult result) => result.State switch
    {
        BuildState.Unchanged => !result.Findings.IsEmpty,
        BuildState.Failed => result.Reason?.Id != file.ReportedFailure,
        _ => !result.IsRepeated,
    };

    /// <summary>Returns why to try the file again: an error of the machine or of the program; otherwise null.</summary>
    private static Diagnostic? WhyRetry(WatchedFile file, BuildResult result) => result.State != BuildState.Failed ? null
        : result.Reason?.Id == "file.unreadable" ? result.Reason
        : ErrorCauses.Of(result.Findings) switch
        {
            ErrorCause.Environment => result.Reason,
            ErrorCause.Program when file.Tries + 1 < MaxTries => result.Reason,
            _ => null,
        };

    private bool IsFinished() => !_isInboxLost && _finished.IsEmpty && _ready.IsEmpty
        && _files.Values.All(f => f.IsDone || (!f.IsInProgress && f.ReportedReason is not null));

    private void Notify(Diagnostic notice, ImmutableArray<Diagnostic> details = default) =>
        events.Write(new WatchNotice(notice, details.IsDefault ? [] : details));

    private sealed record WorkItem(WatchedFile File, FileStamp Stamp, TemplateSet Templates, BuildResult? Result = null);
}
