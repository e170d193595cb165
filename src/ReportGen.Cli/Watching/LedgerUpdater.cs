using System.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Keeps the ledger current: it is written soon after a change of the journal or the roster, and not for each of many.</summary>
/// <param name="folder">The output folder.</param>
/// <param name="rosterFile">The list of the bodies expected; null for none.</param>
/// <param name="style">How the ledger is written.</param>
/// <param name="timings">How soon.</param>
internal sealed class LedgerUpdater(OutputFolder folder, string? rosterFile, LedgerStyle style, WatchTimings timings)
{
    private FileStamp? _rosterSeen;
    private Roster? _roster;
    private ImmutableArray<Diagnostic> _problems = [];
    private Task<ImmutableArray<Diagnostic>>? _writing;
    private TimeSpan? _due;
    private TimeSpan _cost;

    /// <summary>When it is to be written; null when it is current, or being written.</summary>
    public TimeSpan? Due => _writing is null ? _due : null;

    /// <summary>Schedules a rewrite, delayed more if writing is slow.</summary>
    public void Touch(TimeSpan now) => _due ??= now + (timings.LedgerDelay > _cost * 10 ? timings.LedgerDelay : _cost * 10);

    /// <summary>Looks whether the roster has changed.</summary>
    public void Look(TimeSpan now)
    {
        if (rosterFile is not null && _writing is null && StampOf(rosterFile) != _rosterSeen) Touch(now);
    }

    /// <summary>Begins to write it when its time has come; work on reports goes on meanwhile.</summary>
    /// <param name="now">The time.</param>
    /// <param name="done">Called when it is written.</param>
    /// <returns>What hindered the last writing, unless that is the same as before.</returns>
    public ImmutableArray<Diagnostic> WriteIfDue(TimeSpan now, Action done)
    {
        var problems = _writing is { IsCompleted: true } written ? Take(written.GetAwaiter().GetResult()) : [];
        if (_writing is not null || !(_due <= now)) return problems;
        _due = null;
        _writing = Task.Run(WriteAsync);
        _writing.ContinueWith(_ => done(), TaskScheduler.Default);
        return problems;
    }

    /// <summary>Writes it unless it is current.</summary>
    /// <returns>What hindered it, unless that is the same as before.</returns>
    public async Task<ImmutableArray<Diagnostic>> FinishAsync()
    {
        var problems = _writing is { } writing ? Take(await writing.ConfigureAwait(false)) : [];
        if (_due is null) return problems;
        _due = null;
        return Take(await WriteAsync().ConfigureAwait(false));
    }

    private ImmutableArray<Diagnostic> Take(ImmutableArray<Diagnostic> problems)
    {
        _writing = null;
        if (problems.SequenceEqual(_problems)) return [];
        _problems = problems;
        return problems;
    }

    private async Task<ImmutableArray<Diagnostic>> WriteAsync()
    {
        var watch = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> problems = [.. ReadRoster(), .. await LedgerWriter.WriteAsync(folder, _roster, style).ConfigureAwait(false)];
        _cost = watch.Elapsed;
        return problems;
    }

    // A roster that cannot be read just now leaves the one before in use.
    private ImmutableArray<Diagnostic> ReadRoster()
    {
        if (rosterFile is null || StampOf(rosterFile) is var stamp && stamp == _rosterSeen) return [];
        _rosterSeen = stamp;
        var read = RosterReader.Read(rosterFile);
        _roster = read.Value ?? _roster;
        return read.Diagnostics;
    }

    private static FileStamp? StampOf(string file) =>
        new FileInfo(file) is { Exists: true } info ? new FileStamp(info.Length, info.LastWriteTimeUtc) : null;
}
