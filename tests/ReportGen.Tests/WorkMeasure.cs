namespace ReportGen.Tests;

/// <summary>Tells how work grows with its input without a clock: by the memory that it allocates.</summary>
internal static class WorkMeasure
{
    /// <summary>Eight times the input may take sixteen times the memory; quadratic work takes about sixty-four times.</summary>
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
