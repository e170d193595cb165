namespace ReportGen.Tests;

/// <summary>Measures how work grows with its input by allocated memory, which is independent of time.</summary>
internal static class WorkMeasure
{
    /// <summary>
    /// Asserts that eight times the input allocates at most sixteen times the memory; quadratic work allocates about sixty-four
    /// times.
    /// </summary>
    public static void AssertProportional(Action<int> work)
    {
        work(50);
        var (small, large) = (AllocatedBy(work, 200), AllocatedBy(work, 1600));
        Assert.That((double)large / small, Is.LessThan(16));
    }

    private static long AllocatedBy(Action<int> work, int count)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
