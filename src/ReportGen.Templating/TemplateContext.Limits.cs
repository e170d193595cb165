using System.Diagnostics;
using System.Runtime.CompilerServices;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    private const int StepsBetweenClockChecks = 4096;
    private const int CharactersPerStep = 8;
    private const int ItemsPerStep = 2;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _steps;
    private long _uncharged;
    private long _allocatedBefore;
    private int _thread;
    private int _depth;

    /// <summary>How the running block goes on.</summary>
    internal FlowState FlowState { get; set; }

    /// <summary>Counts one step; functions that loop over their input call it once per turn.</summary>
    /// <exception cref="ScriptRuntimeException">Steps, time or the caller's patience are at an end.</exception>
    public void StepLoop(SourceSpan span) => Charge(span, 1);

    /// <summary>Counts work that takes as long as <paramref name="steps"/> steps.</summary>
    /// <exception cref="ScriptRuntimeException">Steps, time or the caller's patience are at an end.</exception>
    internal void Charge(SourceSpan span, long steps)
    {
        _uncharged += steps;
        if (_uncharged < StepsBetweenClockChecks)
            return;
        _steps += _uncharged;
        _uncharged = 0;
        CheckClock(span);
    }

    /// <summary>Checks the length of a string before it is made, in UTF-16 code units, and counts the work of making it.</summary>
    /// <exception cref="ScriptRuntimeException">It is over <see cref="LimitToString"/>.</exception>
    public void CheckStringLength(SourceSpan span, long length)
    {
        CheckLength(span, length);
        Charge(span, length / CharactersPerStep);
    }

    /// <summary>Checks the length of a text that grows piece by piece.</summary>
    /// <exception cref="ScriptRuntimeException">It is over <see cref="LimitToString"/>.</exception>
    internal void CheckLength(SourceSpan span, long length)
    {
        if (length > LimitToString)
            throw new ScriptRuntimeException(span, RuntimeMessages.StringTooLong(LimitToString));
    }

    /// <summary>Checks the number of items of an array or object before it is made, and counts the work of making it.</summary>
    /// <exception cref="ScriptRuntimeException">It is over <see cref="CollectionLimit"/>.</exception>
    public void CheckCollection(SourceSpan span, long count)
    {
        CheckCount(span, count);
        Charge(span, count / ItemsPerStep);
    }

    /// <summary>Checks the number of items of an array or object that grows item by item.</summary>
    /// <exception cref="ScriptRuntimeException">It is over <see cref="CollectionLimit"/>.</exception>
    internal void CheckCount(SourceSpan span, long count)
    {
        if (count > CollectionLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.CollectionTooLarge(CollectionLimit));
    }

    /// <summary>Runs a node within the limits on steps, time and stack.</summary>
    /// <exception cref="ScriptRuntimeException">A limit is reached, or the node fails.</exception>
    public object? Evaluate(ScriptNode node)
    {
        CountStep(node);
        return node.Evaluate(this);
    }

    /// <summary>Runs an expression within the limits; a function stands for itself and is not called.</summary>
    internal object? EvaluateRaw(ScriptExpression node)
    {
        CountStep(node);
        return node.EvaluateRaw(this);
    }

    private void CountStep(ScriptNode node)
    {
        if (++_uncharged >= StepsBetweenClockChecks)
            Charge(node.Span, 0);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptRuntimeException(node.Span, RuntimeMessages.NestedTooDeep(RecursiveLimit));
    }

    /// <summary>Goes one call deeper; every call is followed by <see cref="LeaveCall"/>.</summary>
    internal void EnterCall(SourceSpan span)
    {
        if (_depth >= RecursiveLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ScriptRuntimeException(span, RuntimeMessages.NestedTooDeep(RecursiveLimit));
        CheckClock(span);
        _depth++;
    }

    /// <summary>Comes back from a call.</summary>
    internal void LeaveCall() => _depth--;

    private void CheckClock(SourceSpan span)
    {
        if (_steps > StepLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.TooManySteps(StepLimit));
        if (CancellationToken.IsCancellationRequested)
            throw new ScriptRuntimeException(span, RuntimeMessages.Cancelled());
        if (Stopwatch.GetElapsedTime(_started) > TimeLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.TooLong(TimeLimit.TotalSeconds));
        CheckMemory(span);
    }

    /// <summary>What a template keeps it has allocated, so that a limit on the one bounds the other.</summary>
    private void CheckMemory(SourceSpan span)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_thread != Environment.CurrentManagedThreadId)
            (_thread, _allocatedBefore) = (Environment.CurrentManagedThreadId, allocated);
        if (allocated - _allocatedBefore > AllocationLimit)
            throw new ScriptRuntimeException(span, RuntimeMessages.TooMuchMemory(AllocationLimit >> 20));
    }
}
