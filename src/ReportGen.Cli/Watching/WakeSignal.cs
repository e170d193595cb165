namespace ReportGen.Cli.Watching;

/// <summary>An async wait that ends on a signal or a timeout. One caller waits; any thread may signal.</summary>
internal sealed class WakeSignal(TimeProvider time)
{
    private TaskCompletionSource _signal = NewSignal();

    /// <summary>Ends the current wait; if there is none, the next wait ends at once.</summary>
    public void Set() => Volatile.Read(ref _signal).TrySetResult();

    /// <summary>Waits for the signal, <paramref name="timeout"/> or cancellation. Does not throw.</summary>
    public async Task WaitAsync(TimeSpan timeout, CancellationToken stop)
    {
        using var due = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var signal = Volatile.Read(ref _signal);
        await Task.WhenAny(signal.Task, Task.Delay(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, time, due.Token))
            .ConfigureAwait(false);
        await due.CancelAsync().ConfigureAwait(false);
        if (signal.Task.IsCompleted) Interlocked.CompareExchange(ref _signal, NewSignal(), signal);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
