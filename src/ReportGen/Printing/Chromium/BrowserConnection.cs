using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using PuppeteerSharp;
using PuppeteerSharp.Transport;

namespace ReportGen.Printing.Chromium;

/// <summary>
/// PuppeteerSharp's connection to a running browser. A call of that library may never complete after the browser has ended (for
/// example a queued message), so each call is awaited together with the end of the connection. Thread-safe.
/// </summary>
internal sealed class BrowserConnection : IDisposable
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, ICDPSession> _attached = new();
    private ICDPSession? _browser;

    private BrowserConnection()
    {
    }

    /// <summary>
    /// Completes when the connection ends: the browser has ended or was killed, or PuppeteerSharp closed its side.
    /// </summary>
    public Task Closed => _closed.Task;

    /// <summary>Connects through a transport that <paramref name="open"/> creates for <paramref name="address"/>.</summary>
    /// <exception cref="BrowserException">The browser ended, or the address does not belong to a browser.</exception>
    /// <exception cref="OperationCanceledException">The browser did not answer before
    /// <paramref name="cancellation"/>.</exception>
    public static async Task<BrowserConnection> ConnectAsync(Uri address, TransportFactory open, CancellationToken cancellation)
    {
        var connection = new BrowserConnection();
        var options = new ConnectOptions
        {
            BrowserWSEndpoint = address.OriginalString,
            TransportFactory = async (url, options, _) =>
                connection.Observe(await open(url, options, cancellation).ConfigureAwait(false)),
            // OpenTabAsync attaches to tabs; PuppeteerSharp need not attach a second time.
            TargetFilter = static _ => false,
            DefaultViewport = null,
            NetworkEnabled = false,
            IssuesEnabled = false,
            ProtocolTimeout = 0,
        };
        await connection.AttachAsync(options, cancellation).ConfigureAwait(false);
        return connection;
    }

    /// <summary>Opens a tab with an empty page.</summary>
    /// <exception cref="BrowserException">The browser ended, or did not open a tab.</exception>
    public async Task<BrowserTab> OpenTabAsync(CancellationToken cancellation)
    {
        var created = new JsonObject { ["url"] = "about:blank" };
        var target = await SendAsync(_browser!, "Target.createTarget", created, r => r.GetProperty("targetId").GetString()!,
            cancellation)
            .ConfigureAwait(false);
        var attached = new JsonObject { ["targetId"] = target, ["flatten"] = true };
        var session = await SendAsync(_browser!, "Target.attachToTarget", attached, TakeAttached, cancellation)
            .ConfigureAwait(false);
        return new BrowserTab(this, target, session);
    }

    /// <summary>Closes a tab and its process, even if that process hangs.</summary>
    public Task CloseTabAsync(string target, CancellationToken cancellation) =>
        SendAsync(_browser!, "Target.closeTarget", new() { ["targetId"] = target }, static _ => true, cancellation);

    /// <summary>
    /// Sends a command of the Chrome DevTools Protocol and waits for its result, which <paramref name="read"/> converts.
    /// </summary>
    /// <exception cref="BrowserGoneException">The connection ended before the result arrived.</exception>
    /// <exception cref="CommandFailedException">The browser rejected the command, or <paramref name="read"/> could not convert
    /// the result.</exception>
    /// <exception cref="OperationCanceledException">No result arrived before <paramref name="cancellation"/>.</exception>
    public async Task<T> SendAsync<T>(
        ICDPSession session, string method, JsonObject? parameters, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        async Task<T> Call() => read(await session.SendAsync(method, parameters).ConfigureAwait(false) ?? default);
        return await AwaitAsync(Call(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for a task that the browser completes.</summary>
    /// <exception cref="BrowserGoneException">The connection ended first.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    public async Task WaitAsync(Task task, CancellationToken cancellation)
    {
        await Task.WhenAny(task, Closed).WaitAsync(cancellation).ConfigureAwait(false);
        if (!task.IsCompleted) throw new BrowserGoneException();
    }

    /// <summary>Ends all waiting calls. The owner ends the browser itself.</summary>
    public void Dispose() => _closed.TrySetResult();

    private IConnectionTransport Observe(IConnectionTransport transport)
    {
        transport.Closed += (_, _) => _closed.TrySetResult();
        if (transport is PipeTransport pipe) pipe.Start();
        return transport;
    }

    private async Task AttachAsync(ConnectOptions options, CancellationToken cancellation)
    {
        var browser = await AwaitAsync(Puppeteer.ConnectAsync(options), cancellation).ConfigureAwait(false);
        var session = await AwaitAsync(browser.Target.CreateCDPSessionAsync(), cancellation).ConfigureAwait(false);
        session.SessionAttached += (_, attached) => _attached[attached.Session.Id] = attached.Session;
        // A message that cannot be processed makes PuppeteerSharp close its side while the browser continues to run.
        session.Disconnected += (_, _) => _closed.TrySetResult();
        if (session.Detached) throw new BrowserGoneException();
        _browser = session;
    }

    // The session event arrives before the result.
    private ICDPSession TakeAttached(JsonElement answer) =>
        _attached.TryRemove(answer.GetProperty("sessionId").GetString()!, out var session)
            ? session
            : throw new BrowserGoneException();

    private async Task<T> AwaitAsync<T>(Task<T> call, CancellationToken cancellation)
    {
        _ = call.ContinueWith(static abandoned => abandoned.Exception, TaskScheduler.Default);
        await WaitAsync(call, cancellation).ConfigureAwait(false);
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // PuppeteerSharp throws exceptions of many types.
            throw Closed.IsCompleted || IsUnsent(e)
                ? new BrowserGoneException()
                : new CommandFailedException((e.InnerException ?? e).Message);
        }
    }

    // A rejection by the browser is a MessageException too, but has no inner exception.
    private static bool IsUnsent(Exception e) => e is TargetClosedException or MessageException { InnerException: not null };
}
