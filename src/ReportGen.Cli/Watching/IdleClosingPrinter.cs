using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Cli.Watching;

/// <summary>A printer that closes its inner printer after an idle time and opens it again on demand. Thread-safe.</summary>
/// <param name="open">Creates the inner printer.</param>
/// <param name="idleTimeout">The idle time after which it is closed.</param>
/// <param name="time">The clock.</param>
internal sealed class IdleClosingPrinter(Func<IPdfPrinter> open, TimeSpan idleTimeout, TimeProvider time) : IPdfPrinter
{
    private readonly Lock _lock = new();
    private IPdfPrinter? _printer;
    private ITimer? _timer;
    private int _activeUses;
    private long _useCount;

    /// <summary>Whether the inner printer is open.</summary>
    public bool IsOpen
    {
        get { lock (_lock) return _printer is not null; }
    }

    /// <inheritdoc/>
    public Task WarmUpAsync(CancellationToken cancellation = default) => UseAsync(async printer =>
    {
        await printer.WarmUpAsync(cancellation).ConfigureAwait(false);
        return true;
    });

    /// <inheritdoc/>
    public Task<Outcome<PrintedDocument>> PrintAsync(FinishedDocument document, CancellationToken cancellation = default) =>
        UseAsync(printer => printer.PrintAsync(document, cancellation));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        IPdfPrinter? printer;
        lock (_lock)
        {
            (printer, _printer) = (_printer, null);
            _timer?.Dispose();
            _timer = null;
        }

        if (printer is not null) await printer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<T> UseAsync<T>(Func<IPdfPrinter, Task<T>> use)
    {
        IPdfPrinter printer;
        lock (_lock)
        {
            (_activeUses, _useCount) = (_activeUses + 1, _useCount + 1);
            printer = _printer ??= open();
        }

        try
        {
            return await use(printer).ConfigureAwait(false);
        }
        finally
        {
            EndUse();
        }
    }

    private void EndUse()
    {
        lock (_lock)
        {
            if (--_activeUses > 0) return;
            _timer?.Dispose();
            _timer = time.CreateTimer(Close, _useCount, idleTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void Close(object? useCount)
    {
        IPdfPrinter? printer;
        lock (_lock)
        {
            if (_activeUses > 0 || _useCount != (long)useCount!) return;
            (printer, _printer) = (_printer, null);
        }

        if (printer is not null) _ = printer.DisposeAsync().AsTask();
    }
}
