namespace ReportGen.Cli.Building;

/// <summary>The result of a batch.</summary>
/// <param name="Results">The results of finished workbooks, in the order of the command line.</param>
/// <param name="Total">The number of workbooks in the batch.</param>
/// <param name="Elapsed">The time that it took.</param>
internal sealed record BatchSummary(ImmutableArray<BuildResult> Results, int Total, TimeSpan Elapsed)
{
    /// <summary>Whether the batch was stopped before all workbooks were finished.</summary>
    public bool IsInterrupted => Results.Length < Total;

    /// <summary>The rate in reports per second.</summary>
    public double Rate => Results.Length / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>Whether some were published and others were not.</summary>
    public bool IsPartial => Results.Any(r => r.IsPublished) && Results.Any(r => !r.IsPublished);

    /// <summary>Counts the results with a state.</summary>
    public int Count(BuildState state) => Results.Count(r => r.State == state);
}
