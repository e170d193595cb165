namespace ReportGen.Printing.Chromium;

/// <summary>Messages through a pair of pipes, each ended by a zero byte. The browser ends when we do: the pipe closes.</summary>
internal sealed class PipeTransport(Stream toBrowser, Stream fromBrowser) : IDevToolsTransport
{
    private static readonly byte[] End = [0];
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private int _consumed;

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await toBrowser.WriteAsync(message, cancellation).ConfigureAwait(false);
        await toBrowser.WriteAsync(End, cancellation).ConfigureAwait(false);
        await toBrowser.FlushAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        Discard();
        for (var searched = 0; ;)
        {
            var end = Array.IndexOf(_buffer, (byte)0, searched, _filled - searched);
            if (end >= 0)
            {
                _consumed = end + 1;
                return _buffer.AsMemory(0, end);
            }
            searched = _filled;
            if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = await ReadAsync().ConfigureAwait(false);
            if (read == 0) return null;
            _filled += read;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await toBrowser.DisposeAsync().ConfigureAwait(false);
        await fromBrowser.DisposeAsync().ConfigureAwait(false);
    }

    private void Discard()
    {
        Buffer.BlockCopy(_buffer, _consumed, _buffer, 0, _filled - _consumed);
        _filled -= _consumed;
        _consumed = 0;
    }

    private async ValueTask<int> ReadAsync()
    {
        try
        {
            return await fromBrowser.ReadAsync(_buffer.AsMemory(_filled)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
