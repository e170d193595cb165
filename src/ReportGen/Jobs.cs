namespace ReportGen;

/// <summary>How many reports a machine prints at once.</summary>
public static class Jobs
{
    /// <summary>The most that may be asked for.</summary>
    public const int Max = 32;

    // A page of the browser with a long report in it takes up to this much.
    private const long BytesPerPage = 300L << 20;

    // Beyond this many, one browser gains nothing.
    private const int DefaultMax = 8;

    /// <summary>As many as there are processors, at least two, as far as the memory reaches.</summary>
    public static int Default => Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>How many a machine with so many processors and so much memory bears.</summary>
    internal static int Of(int processors, long memory) =>
        (int)Math.Clamp(Math.Min(Math.Max(processors, 2), memory / BytesPerPage), 1, DefaultMax);
}
