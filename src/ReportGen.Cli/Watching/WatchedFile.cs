namespace ReportGen.Cli.Watching;

/// <summary>What is to be done with a file.</summary>
/// <param name="IsReady">Whether it is ready to be worked on.</param>
/// <param name="Due">When to ask again; null when only something that happens can change the answer.</param>
/// <param name="Reason">Why it waits; null when it does not, or for what needs no telling.</param>
internal readonly record struct FileDecision(bool IsReady, TimeSpan? Due = null, Diagnostic? Reason = null);

/// <summary>
/// A file in the inbox and how far it is: it settles, is waited for, is held by a worker, is done with. It counts as written
/// when size and time stay the same, its end is there, and no office program has it open.
/// </summary>
/// <param name="name">Its path in the inbox.</param>
internal sealed class WatchedFile(string name)
{
    // A file that is waited for may get its end without a change of size or time.
    private static readonly TimeSpan LongestWaitForEnd = TimeSpan.FromSeconds(30);

    private TimeSpan _sameSince;
    private TimeSpan _lockedSince;
    private TimeSpan _restUntil;
    private TimeSpan _pause;
    private Diagnostic? _whyResting;
    private FileStamp? _whole;
    private FileStamp? _done;

    /// <summary>Its path in the inbox.</summary>
    public string Name => name;

    /// <summary>Size and time when it was seen last.</summary>
    public FileStamp Stamp { get; private set; }

    /// <summary>When its present content was seen first, by the time of day.</summary>
    public DateTimeOffset Arrived { get; private set; }

    /// <summary>The lock file beside it, waited for or not; null when there is none.</summary>
    public string? Lock { get; private set; }

    /// <summary>Whether a worker has it.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether its present content is dealt with.</summary>
    public bool IsDone => _done == Stamp;

    /// <summary>How often its present content was given back undone.</summary>
    public int Tries { get; private set; }

    /// <summary>The id of what keeps it waiting, if the user has been told; else null.</summary>
    public string? Told { get; set; }

    /// <summary>The id of what made its present content fail, if the user has been told; else null.</summary>
    public string? Failure { get; set; }

    /// <summary>Takes note of how the file looks now.</summary>
    /// <param name="stamp">Its size and time.</param>
    /// <param name="lockFile">The lock file beside it.</param>
    /// <param name="now">The time.</param>
    /// <param name="timeOfDay">When it came, if this is new.</param>
    public void See(FileStamp stamp, string? lockFile, TimeSpan now, DateTimeOffset timeOfDay)
    {
        if (lockFile is null != Lock is null) (_lockedSince, Told) = (now, null);
        Lock = lockFile;
        if (Stamp == stamp) return;
        (Stamp, Arrived, _sameSince, Told) = (stamp, timeOfDay, now, null);
        Wake();
    }

    /// <summary>Decides what is to be done with the file.</summary>
    /// <param name="now">The time.</param>
    /// <param name="timings">How long to wait for what.</param>
    /// <param name="whyNotWhole">Looks into the file: why it cannot be read whole; null when it can.</param>
    public FileDecision Evaluate(TimeSpan now, WatchTimings timings, Func<Diagnostic?> whyNotWhole)
    {
        if (IsHeld || IsDone) return new(IsReady: false);
        if (now < _sameSince + timings.Settle) return new(IsReady: false, _sameSince + timings.Settle);
        if (now < _restUntil) return new(IsReady: false, _restUntil, _whyResting);
        if (Lock is not null && now < _lockedSince + timings.Patience)
            return new(IsReady: false, _lockedSince + timings.Patience, WatchMessages.Locked(name, Lock));
        if (now - _sameSince < timings.Patience && _whole != Stamp && whyNotWhole() is { } reason)
        {
            Rest(reason, now, timings, timings.LastRetry < LongestWaitForEnd ? timings.LastRetry : LongestWaitForEnd);
            return new(IsReady: false, _restUntil, reason);
        }

        _whole = Stamp;
        return new(IsReady: true);
    }

    /// <summary>A worker takes it.</summary>
    public void MarkInProgress() => IsHeld = true;

    /// <summary>The worker has dealt with the content of that stamp for good, as long as the templates stay.</summary>
    public void Finish(FileStamp stamp)
    {
        (IsHeld, _done, Told) = (false, stamp, null);
        Wake();
    }

    /// <summary>The worker gives it back undone: it is tried again after a pause.</summary>
    public void RetryLater(Diagnostic reason, TimeSpan now, WatchTimings timings)
    {
        (IsHeld, Told) = (false, reason.Id);
        Tries++;
        Rest(reason, now, timings, timings.LastRetry);
    }

    /// <summary>The worker gives it back untouched, because it belongs to another just now: it is looked at again soon.</summary>
    public void Defer(Diagnostic reason, TimeSpan now, WatchTimings timings)
    {
        (IsHeld, Told) = (false, reason.Id);
        Rest(reason, now, timings, timings.ScanEvery);
    }

    /// <summary>Marks the file for rebuilding: what was made of it may be outdated.</summary>
    public void Reopen()
    {
        _done = null;
        Wake();
    }

    private void Wake() => (_restUntil, _pause, _whyResting, Tries, Failure) = (TimeSpan.Zero, TimeSpan.Zero, null, 0, null);

    private void Rest(Diagnostic reason, TimeSpan now, WatchTimings timings, TimeSpan most)
    {
        _pause = timings.PauseAfter(_pause, most);
        (_restUntil, _whyResting) = (now + _pause, reason);
    }
}
