namespace ReportGen.Cli.Watching;

/// <summary>Wakes the one who sleeps: by a call from any thread, or when his time has come.</summary>
internal sealed class Alarm(TimeProvider time)
{
    private TaskCompletionSource _call = Fresh();

    /// <summary>Wakes the sleeper; when nobody sleeps, the next sleep is none.</summary>
    public void Ring() => Volatile.Read(ref _call).TrySetResult();

    /// <summary>Sleeps until the alarm rings, at most for <paramref name="most"/>, or until the watcher is stopped.</summary>
    public async Task SleepAsync(TimeSpan most, CancellationToken stop)
    {
        using var due = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var call = Volatile.Read(ref _call);
        await Task.WhenAny(call.Task, Task.Delay(most > TimeSpan.Zero ? most : TimeSpan.Zero, time, due.Token)).ConfigureAwait(false);
        await due.CancelAsync().ConfigureAwait(false);
        if (call.Task.IsCompleted) Interlocked.CompareExchange(ref _call, Fresh(), call);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
