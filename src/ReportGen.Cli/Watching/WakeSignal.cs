namespace ReportGen.Cli.Watching;

/// <summary>An async wait that ends on a signal or a timeout. One waits; any thread signals.</summary>
internal sealed class WakeSignal(TimeProvider time)
{
    private TaskCompletionSource _signal = Fresh();

    /// <summary>Ends the wait; when nobody waits, the next wait ends at once.</summary>
    public void Set() => Volatile.Read(ref _signal).TrySetResult();

    /// <summary>Waits for the signal, at most for <paramref name="timeout"/>, or until the watcher is stopped.</summary>
    public async Task WaitAsync(TimeSpan timeout, CancellationToken stop)
    {
        using var due = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var signal = Volatile.Read(ref _signal);
        await Task.WhenAny(signal.Task, Task.Delay(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, time, due.Token)).ConfigureAwait(false);
        await due.CancelAsync().ConfigureAwait(false);
        if (signal.Task.IsCompleted) Interlocked.CompareExchange(ref _signal, Fresh(), signal);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
