namespace ReportGen.Cli.Watching;

/// <summary>The decision about a file.</summary>
/// <param name="IsReady">Whether to process it now.</param>
/// <param name="Due">When to decide again; null if only a change of the file matters.</param>
/// <param name="Reason">Why it waits; null if it does not wait or the reason need not be reported.</param>
internal readonly record struct FileDecision(bool IsReady, TimeSpan? Due = null, Diagnostic? Reason = null);

/// <summary>
/// The state of a file in the inbox: settling, waiting, in progress or done. A file is ready when its size and time stay the
/// same, it is complete, and no office program has it open. Not thread-safe.
/// </summary>
/// <param name="name">Its path in the inbox.</param>
internal sealed class WatchedFile(string name)
{
    // An incomplete file may become complete without a change of size or time.
    private static readonly TimeSpan s_maxIncompletePause = TimeSpan.FromSeconds(30);

    private TimeSpan _sameSince;
    private TimeSpan _lockedSince;
    private TimeSpan _pausedUntil;
    private TimeSpan _pause;
    private Diagnostic? _pauseReason;
    private FileStamp? _complete;
    private FileStamp? _done;

    /// <summary>Its path in the inbox.</summary>
    public string Name => name;

    /// <summary>Size and time at the last scan.</summary>
    public FileStamp Stamp { get; private set; }

    /// <summary>The length of the journal when its current content was first seen; 0 if that was before the watcher.</summary>
    public long Arrived { get; private set; }

    /// <summary>The lock file beside it; null if none.</summary>
    public string? LockFile { get; private set; }

    /// <summary>Whether a worker is processing it.</summary>
    public bool IsInProgress { get; private set; }

    /// <summary>Whether its current content is processed.</summary>
    public bool IsDone => _done == Stamp;

    /// <summary>The number of failed tries with its current content.</summary>
    public int Tries { get; private set; }

    /// <summary>Why it waits; null if it does not.</summary>
    public Diagnostic? Waiting { get; set; }

    /// <summary>The id of the reported reason for waiting; null if none was reported.</summary>
    public string? ReportedReason { get; set; }

    /// <summary>The id of the reported failure of its current content; null if none was reported.</summary>
    public string? ReportedFailure { get; set; }

    /// <summary>Records the file as found by a scan.</summary>
    /// <param name="stamp">Its size and time.</param>
    /// <param name="lockFile">The lock file beside it; null if none.</param>
    /// <param name="now">The current time.</param>
    /// <param name="arrived">The value of <see cref="Arrived"/>, if the content is new.</param>
    public void Update(FileStamp stamp, string? lockFile, TimeSpan now, long arrived)
    {
        if (lockFile is null != LockFile is null) (_lockedSince, ReportedReason) = (now, null);
        LockFile = lockFile;
        if (Stamp == stamp) return;
        (Stamp, Arrived, _sameSince, ReportedReason) = (stamp, arrived, now, null);
        ResetPause();
    }

    /// <summary>Decides whether to process the file.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="timings">The timeouts.</param>
    /// <param name="findIncompleteness">Reads the file and returns why it is incomplete; null if it is complete.</param>
    public FileDecision Evaluate(TimeSpan now, WatchTimings timings, Func<Diagnostic?> findIncompleteness)
    {
        if (IsInProgress || IsDone) return new(IsReady: false);
        if (now < _sameSince + timings.Settle) return new(IsReady: false, _sameSince + timings.Settle);
        if (now < _pausedUntil) return new(IsReady: false, _pausedUntil, _pauseReason);
        if (LockFile is not null && now < _lockedSince + timings.Timeout)
            return new(IsReady: false, _lockedSince + timings.Timeout, WatchMessages.Locked(name, LockFile));
        if (now - _sameSince < timings.Timeout && _complete != Stamp && findIncompleteness() is { } reason)
        {
            Pause(reason, now, timings, timings.LastRetry < s_maxIncompletePause ? timings.LastRetry : s_maxIncompletePause);
            return new(IsReady: false, _pausedUntil, reason);
        }

        _complete = Stamp;
        return new(IsReady: true);
    }

    /// <summary>Marks the file as in progress.</summary>
    public void MarkInProgress() => IsInProgress = true;

    /// <summary>Marks the content with that stamp as done, until it or the templates change.</summary>
    public void Finish(FileStamp stamp)
    {
        (IsInProgress, _done, ReportedReason) = (false, stamp, null);
        ResetPause();
    }

    /// <summary>Schedules another try after a pause that grows with each try.</summary>
    public void RetryLater(Diagnostic reason, TimeSpan now, WatchTimings timings)
    {
        (IsInProgress, ReportedReason) = (false, reason.Id);
        Tries++;
        Pause(reason, now, timings, timings.LastRetry);
    }

    /// <summary>Schedules another try soon, because another watcher is processing the file.</summary>
    public void Defer(Diagnostic reason, TimeSpan now, WatchTimings timings)
    {
        (IsInProgress, ReportedReason) = (false, reason.Id);
        Pause(reason, now, timings, timings.ScanEvery);
    }

    /// <summary>Marks the file for rebuilding, because its result may be outdated.</summary>
    public void Reopen()
    {
        _done = null;
        ResetPause();
    }

    private void ResetPause() => (_pausedUntil, _pause, _pauseReason, Tries, ReportedFailure) = (TimeSpan.Zero, TimeSpan.Zero,
        null, 0, null);

    private void Pause(Diagnostic reason, TimeSpan now, WatchTimings timings, TimeSpan max)
    {
        _pause = timings.PauseAfter(_pause, max);
        (_pausedUntil, _pauseReason) = (now + _pause, reason);
    }
}
