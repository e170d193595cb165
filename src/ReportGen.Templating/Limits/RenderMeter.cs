using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ReportGen.Templating.Limits;

/// <summary>Counts what one rendering uses: steps, time, memory, stack. Not thread-safe.</summary>
internal sealed class RenderMeter
{
    private const int StepsBetweenChecks = 1024;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _steps;
    private int _untilCheck = StepsBetweenChecks;
    private long _allocatedBefore;
    private int _thread;

    /// <summary>Nodes that one rendering may evaluate, at least 1.</summary>
    public long MaxSteps { get; set; } = 50_000_000;

    /// <summary>Time that one rendering may take.</summary>
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that one rendering may allocate in all, kept or not; at least 1.</summary>
    public long MaxAllocated { get; set; } = 1L << 30;

    /// <summary>Counts one step.</summary>
    /// <exception cref="TemplateException">A limit is reached, or the rendering was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(SourceSpan span, CancellationToken cancellation)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new TemplateException(span, RuntimeMessages.StackFull());
        if (--_untilCheck <= 0)
            Check(span, cancellation);
    }

    /// <summary>Checks all limits but the stack's.</summary>
    /// <exception cref="TemplateException">A limit is reached, or the rendering was cancelled.</exception>
    public void Check(SourceSpan span, CancellationToken cancellation)
    {
        _steps += StepsBetweenChecks - _untilCheck;
        _untilCheck = StepsBetweenChecks;
        if (_steps > MaxSteps)
            throw new TemplateException(span, RuntimeMessages.TooManySteps(MaxSteps));
        if (cancellation.IsCancellationRequested)
            throw new TemplateException(span, RuntimeMessages.Cancelled());
        if (Stopwatch.GetElapsedTime(_started) > MaxTime)
            throw new TemplateException(span, RuntimeMessages.TooLong(MaxTime.TotalSeconds));
        CheckMemory(span);
    }

    /// <summary>What a template keeps it has allocated, so that a limit on the one bounds the other.</summary>
    private void CheckMemory(SourceSpan span)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_thread != Environment.CurrentManagedThreadId)
            (_thread, _allocatedBefore) = (Environment.CurrentManagedThreadId, allocated);
        if (allocated - _allocatedBefore > MaxAllocated)
            throw new TemplateException(span, RuntimeMessages.TooMuchMemory(MaxAllocated >> 20));
    }
}
