namespace ReportGen.Cli.Building;

/// <summary>What became of a batch.</summary>
/// <param name="Results">Those that are done, in the order of the command line.</param>
/// <param name="Total">How many there were to do.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record BatchSummary(ImmutableArray<BuildResult> Results, int Total, TimeSpan Elapsed)
{
    /// <summary>Whether it was stopped before all were done.</summary>
    public bool IsInterrupted => Results.Length < Total;

    /// <summary>How many reports are done in a second.</summary>
    public double Rate => Results.Length / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>Whether some were published and others were not.</summary>
    public bool IsPartial => Results.Any(r => r.IsPublished) && Results.Any(r => !r.IsPublished);

    /// <summary>How many ended in a state.</summary>
    public int Count(BuildState state) => Results.Count(r => r.State == state);
}
