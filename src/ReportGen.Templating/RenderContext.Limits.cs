using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ReportGen.Templating;

public sealed partial class RenderContext
{
    private const int StepsBetweenChecks = 1024;
    private const long MaxBits = 1 << 16;
    private const int MaxShift = 1024;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _steps;
    private int _untilCheck = StepsBetweenChecks;
    private long _allocatedBefore;
    private int _thread;

    /// <summary>
    /// The maximum number of items of one list or object that a template creates, at least 1. Default: 1,000,000.
    /// </summary>
    public int CollectionLimit { get; set; } = 1_000_000;

    /// <summary>The maximum number of syntax nodes that one rendering evaluates, at least 1. Default: 50,000,000.</summary>
    public long StepLimit { get; set; } = 50_000_000;

    /// <summary>The maximum number of bytes that one rendering allocates in total, at least 1. Default: 1 GiB.</summary>
    public long AllocationLimit { get; set; } = 1L << 30;

    /// <summary>The maximum duration of one rendering, from the creation of the context. Default: 30 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Counts one step.</summary>
    /// <exception cref="TemplateException">A limit was exceeded, or the rendering was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Step(SourceSpan span)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new TemplateException(span, Messages.StackFull());
        if (--_untilCheck <= 0) CheckLimits(span);
    }

    private void CheckLimits(SourceSpan span)
    {
        _steps += StepsBetweenChecks - _untilCheck;
        _untilCheck = StepsBetweenChecks;
        if (_steps > StepLimit) throw new TemplateException(span, Messages.TooManySteps(StepLimit));
        if (CancellationToken.IsCancellationRequested) throw new TemplateException(span, Messages.Cancelled());
        if (Stopwatch.GetElapsedTime(_started) > TimeLimit)
            throw new TemplateException(span, Messages.TooLong(TimeLimit.TotalSeconds));

        // The bytes allocated in total also bound the memory in use.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_thread != Environment.CurrentManagedThreadId)
            (_thread, _allocatedBefore) = (Environment.CurrentManagedThreadId, allocated);
        if (allocated - _allocatedBefore > AllocationLimit)
            throw new TemplateException(span, Messages.TooMuchMemory(AllocationLimit >> 20));
    }

    /// <summary>Rejects an operation whose result would be too large, before computing it.</summary>
    private void CheckGrowth(SourceSpan span, ScriptBinaryOperator op, object? left, object? right)
    {
        if (left is ICollection some && right is ICollection others) CheckCount(span, (long)some.Count + others.Count);
        var (repeated, times) = left is ICollection ? (left, right) : (right, left);
        if (op == ScriptBinaryOperator.Multiply && repeated is ICollection list && times is not null)
            CheckCount(span, (long)Math.Clamp(ToObject<double>(span, times), 0, int.MaxValue) * list.Count);
        if (left is BigInteger or long && right is BigInteger or long or int && BitsOf(left) + BitsOf(right) > MaxBits)
            throw new TemplateException(span, Messages.NumberTooLarge());
        var isPower = op is ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.Power && left is not ICollection;
        if (isPower && BitsOf(right) > 0 && !(ToObject<double>(span, right) is >= -MaxShift and <= MaxShift))
            throw new TemplateException(span, Messages.NumberTooLarge());
    }

    private static long BitsOf(object? number) => number switch
    {
        BigInteger big => big.GetBitLength(),
        long => 64,
        int => 32,
        _ => 0,
    };

    /// <summary>
    /// Converts a lazy list to an array: nested lazy lists would be enumerated by a recursion that no limit covers. Applies to
    /// any enumerable result of any function.
    /// </summary>
    internal object? Materialized(SourceSpan span, object? value)
    {
        var isCounted = value is string or ScriptArray or IDictionary or Array or HtmlString or (IScriptObject and not IList);
        if (isCounted || value is not IEnumerable items) return value;
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(item);
            CheckCount(span, list.Count);
            Step(span);
        }

        return list;
    }

    /// <summary>Checks the number of items of a list or object.</summary>
    internal void CheckCount(SourceSpan span, long count)
    {
        if (count > CollectionLimit) throw new TemplateException(span, Messages.CollectionTooLarge(CollectionLimit));
    }

    /// <summary>Checks the length of a text that a template creates.</summary>
    internal void CheckLength(SourceSpan span, long length)
    {
        if (length > LimitToString) throw new TemplateException(span, Messages.TextTooLong(LimitToString));
    }
}
