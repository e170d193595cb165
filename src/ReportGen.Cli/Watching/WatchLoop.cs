using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportGen.Cli.Building;
using ReportGen.Diagnostics;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Cli.Watching;

/// <summary>
/// Looks, hands what is ready to the workshop, tells what became of it, and sleeps until something happens. One thread at a
/// time goes through the loop; the workers only put down their results.
/// </summary>
internal sealed class WatchLoop(
    Inbox inbox, TemplateShelf templates, Workshop workshop, LedgerKeeper ledger, IWatchEvents events, WatchLoopOptions options)
{
    // A workbook that the program fails at so often is left until it, or a template, changes.
    private const int MostTries = 3;

    private readonly WatchTimings _timings = options.Timings;
    private readonly WatchClock _clock = new(options.Time);
    private readonly Alarm _alarm = new(options.Time);
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
        using var inboxBell = new FolderBell(inbox.Folder, Call);
        using var templatesBell = new FolderBell(options.Templates, Call);
        ledger.Touch(_clock.Now);
        while (!stop.IsCancellationRequested)
        {
            TakeResults();
            if (_clock.Now >= _scanDue)
            {
                if (options.Listens) templatesBell.HangUp();
                Scan(inboxBell);
            }

            Start(drop);
            foreach (var problem in ledger.WriteIfDue(_clock.Now, _alarm.Ring)) Tell(problem);
            if (options.Once && IsThrough()) break;
            await _alarm.SleepAsync(NextDue() - _clock.Now, stop).ConfigureAwait(false);
            if (_isCalled) _scanDue = Earlier(_scanDue, _scanned + _timings.ScanApart);
        }

        await FinishAsync(stop.IsCancellationRequested).ConfigureAwait(false);
        drop.ThrowIfCancellationRequested();
        return _results.ToImmutable();
    }

    private static TimeSpan Earlier(TimeSpan a, TimeSpan? b) => b < a ? b.Value : a;

    private void Call()
    {
        _isCalled = true;
        _alarm.Ring();
    }

    private async Task FinishAsync(bool isStopped)
    {
        if (isStopped) events.Tell(new WatchStopping(_workers.Count));
        await Task.WhenAll(_workers).ConfigureAwait(false);
        TakeResults();
        foreach (var problem in await ledger.FinishAsync().ConfigureAwait(false)) Tell(problem);
        events.Tell(new WatchStopped());
    }

    private TimeSpan NextDue()
    {
        var due = Earlier(_scanDue, ledger.Due);
        return _isCalled ? Earlier(due, _scanned + _timings.ScanApart) : due;
    }

    private void Scan(FolderBell bell)
    {
        _isCalled = false;
        var begun = _clock.Now;
        RefreshTemplates(begun);
        ledger.Look(begun);
        if (Look(bell) is { } content)
        {
            if (options.Listens) bell.HangUp();
            Update(content, begun);
        }

        _scanned = _clock.Now;
        _scanDue = Earlier(_scanned + _timings.ScanAfter(_scanned - begun), templates.Due);
        Judge();
    }

    private InboxContent? Look(FolderBell bell)
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
            bell.TakeDown();
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

    private void Judge()
    {
        var ready = new List<WatchedFile>();
        foreach (var file in _files.Values)
        {
            var verdict = file.Judge(_clock.Now, _timings, () => _opener.WhyNotReady(inbox.PathOf(file.Name)));
            if (verdict.Turn == FileTurn.Ready) ready.Add(file);
            if (verdict.Turn == FileTurn.Wait) _scanDue = Earlier(_scanDue, verdict.Due);
            if (verdict.Reason is not { } reason || file.Told == reason.Id) continue;
            file.Told = reason.Id;
            events.Tell(new WorkbookWaits(file.Name, reason));
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
            file.Hold();
            _workers.Add(Task.Run(() => WorkAsync(new Finished(file, file.Stamp, templates.Current!), drop), CancellationToken.None));
        }
    }

    private async Task WorkAsync(Finished work, CancellationToken drop)
    {
        try
        {
            var submission = new Submission(inbox.PathOf(work.File.Name)) { Arrived = work.File.Arrived, Seen = work.Stamp.Saved };
            var result = await workshop.WorkAsync(work.File.Name, submission, work.Templates, drop).ConfigureAwait(false);
            // What failed because it was being saved again comes again by itself.
            _finished.Enqueue(work with { Result = result is { State: BuildState.Failed } && submission.IsOutdated ? null : result });
        }
        catch (OperationCanceledException)
        {
            _finished.Enqueue(work);
        }

        _alarm.Ring();
    }

    private void TakeResults()
    {
        while (_finished.TryDequeue(out var work)) Take(work);
    }

    private void Take(Finished work)
    {
        var (file, now) = (work.File, _clock.Now);
        var isNews = work.Result is { } result && IsNews(file, result);
        if (work.Result is not { } done) file.Yield(WatchMessages.Taken(file.Name), now, _timings);
        else if (WhyRetry(file, done) is { } reason) file.PutBack(reason, now, _timings);
        else file.Finish(work.Stamp);
        if (work.Templates != templates.Current) file.Reopen();
        _scanDue = Earlier(_scanDue, now + _timings.ScanApart);
        if (options.Once && work.Result is { } final) _results.Add(final);
        if (isNews) Report(file, work.Result!, now);
    }

    private void Report(WatchedFile file, BuildResult result, TimeSpan now)
    {
        if (result.State == BuildState.Failed) file.Failure = result.Reason?.Id;
        if (file.Lock is { } left) Tell(WatchMessages.LockLeft(file.Name, left, _timings.Patience));
        events.Tell(new WorkbookDone(file.Name, result));
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
        : ExitCodes.For(result.Findings) switch
        {
            ExitCodes.Environment => result.Reason,
            ExitCodes.Engine when file.Tries + 1 < MostTries => result.Reason,
            _ => null,
        };

    private bool IsThrough() => !_isLost && _finished.IsEmpty && _ready.IsEmpty
        && _files.Values.All(f => f.IsDone || (!f.IsHeld && f.Told is not null));

    private void Tell(Diagnostic notice, ImmutableArray<Diagnostic> details = default) =>
        events.Tell(new WatchNotice(notice, details.IsDefault ? [] : details));

    private sealed record Finished(WatchedFile File, FileStamp Stamp, TemplateSet Templates, BuildResult? Result = null);
}
