using System.Collections.Immutable;
using System.Diagnostics;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Publishing;

namespace ReportGen.Cli.Watching;

/// <summary>Keeps the ledger current: it is written soon after a change of the journal or the roster, and not for each of many.</summary>
/// <param name="folder">The output folder.</param>
/// <param name="rosterFile">The list of the bodies expected; null for none.</param>
/// <param name="style">How the ledger is written.</param>
/// <param name="timings">How soon.</param>
internal sealed class LedgerKeeper(OutputFolder folder, string? rosterFile, LedgerStyle style, WatchTimings timings)
{
    private FileStamp? _rosterSeen;
    private Roster? _roster;
    private ImmutableArray<Diagnostic> _problems = [];
    private Task<ImmutableArray<Diagnostic>>? _writing;
    private TimeSpan? _due;
    private TimeSpan _cost;

    /// <summary>When it is to be written; null when it is current, or being written.</summary>
    public TimeSpan? Due => _writing is null ? _due : null;

    /// <summary>Something has changed. A ledger that takes long is written less often.</summary>
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
        var problems = _writing is { IsCompleted: true } written ? Take(written) : [];
        if (_writing is not null || !(_due <= now)) return problems;
        _due = null;
        _writing = Task.Run(Write);
        _writing.ContinueWith(_ => done(), TaskScheduler.Default);
        return problems;
    }

    /// <summary>Writes it unless it is current.</summary>
    /// <returns>What hindered it, unless that is the same as before.</returns>
    public async Task<ImmutableArray<Diagnostic>> FinishAsync()
    {
        if (_writing is { } writing) await writing.ConfigureAwait(false);
        var problems = _writing is { } written ? Take(written) : [];
        if (_due is null) return problems;
        _due = null;
        return Take(Task.FromResult(Write()));
    }

    private ImmutableArray<Diagnostic> Take(Task<ImmutableArray<Diagnostic>> written)
    {
        _writing = null;
        var problems = written.GetAwaiter().GetResult();
        if (problems.SequenceEqual(_problems)) return [];
        _problems = problems;
        return problems;
    }

    private ImmutableArray<Diagnostic> Write()
    {
        var watch = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> problems = [.. ReadRoster(), .. LedgerWriter.Write(folder, _roster, style)];
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
