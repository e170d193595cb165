using ReportGen.Documents;
using ReportGen.Printing;

namespace ReportGen.Cli.Watching;

/// <summary>Prints by a printer that is closed when there has been nothing to print for a while, and opened again on demand.</summary>
/// <param name="open">Makes a printer.</param>
/// <param name="rest">How long it is kept without work.</param>
/// <param name="time">The clock.</param>
internal sealed class IdleClosingPrinter(Func<IPdfPrinter> open, TimeSpan rest, TimeProvider time) : IPdfPrinter
{
    private readonly Lock _lock = new();
    private IPdfPrinter? _printer;
    private ITimer? _timer;
    private int _working;
    private long _rounds;

    /// <summary>Whether a printer is open.</summary>
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
            (_working, _rounds) = (_working + 1, _rounds + 1);
            printer = _printer ??= open();
        }

        try
        {
            return await use(printer).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_working > 0) return;
            _timer?.Dispose();
            _timer = time.CreateTimer(Close, _rounds, rest, Timeout.InfiniteTimeSpan);
        }
    }

    private void Close(object? round)
    {
        IPdfPrinter? printer;
        lock (_lock)
        {
            if (_working > 0 || _rounds != (long)round!) return;
            (printer, _printer) = (_printer, null);
        }

        if (printer is not null) _ = printer.DisposeAsync().AsTask();
    }
}
