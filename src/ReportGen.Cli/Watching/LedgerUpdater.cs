using System.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Writes the ledger soon after changes of the journal or the roster, once for several. Not thread-safe.</summary>
/// <param name="folder">The output folder.</param>
/// <param name="journal">The folder's journal.</param>
/// <param name="expected">The expected reports, whose roster is read again when its file changes.</param>
/// <param name="style">The style of the ledger.</param>
/// <param name="options">The delay before a write, and the clock.</param>
internal sealed class LedgerUpdater(
    OutputFolder folder, Journal journal, ExpectedReports expected, LedgerStyle style, WatchLoopOptions options)
{
    private readonly WatchTimings _timings = options.Timings;
    private readonly string? _rosterFile = expected.RosterFile;
    private ExpectedReports _expected = expected;
    private FileStamp? _rosterSeen;
    private ImmutableArray<Diagnostic> _files = [];
    private ImmutableArray<Diagnostic> _problems = [];
    private Task<ImmutableArray<Diagnostic>>? _writing;
    private TimeSpan? _due;
    private TimeSpan _cost;

    /// <summary>When the ledger is to be written; null if it is up to date or being written.</summary>
    public TimeSpan? Due => _writing is null ? _due : null;

    /// <summary>Whether the ledger is up to date.</summary>
    public bool IsUpToDate => _writing is null && _due is null;

    /// <summary>Schedules a write, with a longer delay if writing is slow.</summary>
    public void Schedule(TimeSpan now) => _due ??= now + (_timings.LedgerDelay > _cost * 10 ? _timings.LedgerDelay : _cost * 10);

    /// <summary>Schedules a write if the roster has changed.</summary>
    public void CheckRoster(TimeSpan now)
    {
        if (_rosterFile is not null && _writing is null && StampOf(_rosterFile) != _rosterSeen) Schedule(now);
    }

    /// <summary>Sets the files that wait or are not processed, and schedules a write if they have changed.</summary>
    public void SetFiles(ImmutableArray<Diagnostic> files, TimeSpan now)
    {
        if (files.SequenceEqual(_files)) return;
        _files = files;
        Schedule(now);
    }

    /// <summary>Starts writing in the background if a write is due.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="done">Called when the write is finished.</param>
    /// <returns>The findings of the last write; empty if they are the same as before.</returns>
    public ImmutableArray<Diagnostic> WriteIfDue(TimeSpan now, Action done)
    {
        var problems = _writing is { IsCompleted: true } written ? NewProblems(written.GetAwaiter().GetResult()) : [];
        if (_writing is not null || !(_due <= now)) return problems;
        _due = null;
        _writing = Task.Run(WriteAsync);
        _writing.ContinueWith(_ => done(), TaskScheduler.Default);
        return problems;
    }

    /// <summary>Waits for the current write, and writes the ledger if another write is scheduled.</summary>
    /// <returns>The findings; empty if they are the same as before.</returns>
    public async Task<ImmutableArray<Diagnostic>> FinishAsync()
    {
        var problems = _writing is { } writing ? NewProblems(await writing.ConfigureAwait(false)) : [];
        if (_due is null) return problems;
        _due = null;
        return NewProblems(await WriteAsync().ConfigureAwait(false));
    }

    private ImmutableArray<Diagnostic> NewProblems(ImmutableArray<Diagnostic> problems)
    {
        _writing = null;
        if (problems.SequenceEqual(_problems)) return [];
        _problems = problems;
        return problems;
    }

    private async Task<ImmutableArray<Diagnostic>> WriteAsync()
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var problems = ReadRoster();
            var today = DateOnly.FromDateTime(options.Time.GetLocalNow().DateTime);
            return [.. problems, .. await LedgerWriter.WriteAsync(folder, journal, new LedgerScope(_expected) { Files = _files },
                style with { Today = today }).ConfigureAwait(false)];
        }
        catch (Exception e)
        {
            // An internal error must not end the watcher.
            return [UnexpectedErrors.Of(folder.Path, e)];
        }
        finally
        {
            _cost = watch.Elapsed;
        }
    }

    // If the roster cannot be read, the previous one stays in use.
    private ImmutableArray<Diagnostic> ReadRoster()
    {
        if (_rosterFile is null || StampOf(_rosterFile) is var stamp && stamp == _rosterSeen) return [];
        _rosterSeen = stamp;
        var read = RosterReader.Read(_rosterFile);
        if (read.Value is not { } roster) return read.Diagnostics;
        _expected = _expected with { Roster = roster };
        return _expected.Remember(folder) is { } notKept ? [.. read.Diagnostics, notKept] : read.Diagnostics;
    }

    private static FileStamp? StampOf(string file) =>
        new FileInfo(file) is { Exists: true } info ? new FileStamp(info.Length, info.LastWriteTimeUtc) : null;
}
