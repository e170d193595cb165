namespace ReportGen.Cli.Watching;

/// <summary>Keeps the ledger current: it is written soon after a change, and not for each of many.</summary>
/// <param name="write">Writes it.</param>
/// <param name="timings">How soon.</param>
internal sealed class LedgerKeeper(Action write, WatchTimings timings)
{
    /// <summary>When it is to be written; null when it is current.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Something has changed.</summary>
    public void Touch(TimeSpan now) => Due ??= now + timings.LedgerDelay;

    /// <summary>Writes it when its time has come.</summary>
    public void WriteIfDue(TimeSpan now)
    {
        if (Due <= now) Write();
    }

    /// <summary>Writes it unless it is current.</summary>
    public void Write()
    {
        if (Due is null) return;
        Due = null;
        write();
    }
}
