using System.Net.WebSockets;

namespace ReportGen.Printing.Chromium;

/// <summary>Messages through a local web socket, where a process cannot be given pipes beyond the standard ones (Windows).</summary>
internal sealed class WebSocketTransport(ClientWebSocket socket) : IDevToolsTransport
{
    private byte[] _buffer = new byte[64 * 1024];

    public static async Task<WebSocketTransport> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        try
        {
            await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return new WebSocketTransport(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation).AsTask();

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        try
        {
            for (var filled = 0; ;)
            {
                if (filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
                var part = await socket.ReceiveAsync(_buffer.AsMemory(filled), CancellationToken.None).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                filled += part.Count;
                if (part.EndOfMessage) return _buffer.AsMemory(0, filled);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
