namespace ReportGen;

/// <summary>The number of reports that a machine prints at once.</summary>
public static class Jobs
{
    /// <summary>The largest number that can be requested.</summary>
    public const int Max = 32;

    // The memory of one browser page with a long report, in bytes.
    private const long BytesPerPage = 300L << 20;

    // More pages in one browser are no faster.
    private const int DefaultMax = 8;

    /// <summary>The number of processors, but at least 2 and at most 8; less if memory is short, but at least 1.</summary>
    public static int Default => Of(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>Computes the default for a number of processors and an amount of memory in bytes.</summary>
    internal static int Of(int processors, long memory) =>
        (int)Math.Clamp(Math.Min(Math.Max(processors, 2), memory / BytesPerPage), 1, DefaultMax);
}
