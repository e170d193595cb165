using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportGen.Printing.Chromium;

/// <summary>Commands to the browser and its events, as the Chrome DevTools Protocol has them.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly IDevToolsTransport _transport;
    private readonly ConcurrentDictionary<int, IPendingCommand> _pending = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> _listeners = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _outgoing = new(16 * 1024);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

    public DevToolsConnection(IDevToolsTransport transport)
    {
        _transport = transport;
        _ = Task.Run(ReceiveAllAsync);
    }

    /// <summary>Completes when the browser has closed the channel: it ended, or was killed.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Calls <paramref name="listener"/> for every event of a session, in order. It must not block.</summary>
    public void Listen(string session, Action<string, JsonElement> listener) => _listeners[session] = listener;

    /// <summary>Ends what <see cref="Listen"/> began.</summary>
    public void Unlisten(string session) => _listeners.TryRemove(session, out _);

    /// <summary>Sends a command and waits until it is done.</summary>
    public Task SendAsync(string method, string? session, Action<Utf8JsonWriter>? parameters, CancellationToken cancellation) =>
        SendAsync(method, session, parameters, static _ => true, cancellation);

    /// <summary>Sends a command and waits for its result, which <paramref name="read"/> takes out of the answer.</summary>
    /// <exception cref="BrowserGoneException">The browser ended before it answered.</exception>
    /// <exception cref="DevToolsException">The browser refused the command.</exception>
    public async Task<T> SendAsync<T>(
        string method, string? session, Action<Utf8JsonWriter>? parameters, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        var command = new PendingCommand<T>(method, read);
        _pending[id] = command;
        try
        {
            await WriteAsync(id, method, session, parameters, cancellation).ConfigureAwait(false);
            if (Closed.IsCompleted) throw new BrowserGoneException();
            return await command.Result.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or System.Net.WebSockets.WebSocketException)
        {
            throw new BrowserGoneException();
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync().ConfigureAwait(false);
        await Closed.ConfigureAwait(false);
    }

    private async Task WriteAsync(
        int id, string method, string? session, Action<Utf8JsonWriter>? parameters, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _outgoing.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_outgoing, WriterOptions))
            {
                json.WriteStartObject();
                json.WriteNumber("id", id);
                json.WriteString("method", method);
                if (session is not null) json.WriteString("sessionId", session);
                json.WriteStartObject("params");
                parameters?.Invoke(json);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            // A message cut short would spoil all that follow, so once begun it is not cancelled.
            await _transport.SendAsync(_outgoing.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAllAsync()
    {
        while (await _transport.ReceiveAsync().ConfigureAwait(false) is { } message)
            Dispatch(message);
        _closed.TrySetResult();
        foreach (var command in _pending.Values) command.Fail(new BrowserGoneException());
    }

    private void Dispatch(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement;
        if (root.TryGetProperty("id", out var id))
        {
            if (_pending.TryGetValue(id.GetInt32(), out var command)) command.Complete(root);
        }
        else if (root.TryGetProperty("sessionId", out var session)
            && _listeners.TryGetValue(session.GetString()!, out var listener))
        {
            listener(root.GetProperty("method").GetString()!, root.GetProperty("params"));
        }
    }
}
