namespace ReportGen.Printing.Chromium;

/// <summary>A two-way channel of JSON messages with the browser.</summary>
internal interface IDevToolsTransport : IAsyncDisposable
{
    /// <summary>Sends one message. Calls must not overlap.</summary>
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Waits for the next message, valid until the next call; null when the browser is gone.</summary>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync();
}
