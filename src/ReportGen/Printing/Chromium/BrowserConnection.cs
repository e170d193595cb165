using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using PuppeteerSharp;
using PuppeteerSharp.Transport;

namespace ReportGen.Printing.Chromium;

/// <summary>
/// PuppeteerSharp's connection to a running browser. A call of that library may never complete once the browser is gone (a
/// message that waits to be written does not), so each is awaited together with the end of the connection. Thread-safe.
/// </summary>
internal sealed class BrowserConnection : IDisposable
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, ICDPSession> _attached = new();
    private ICDPSession? _browser;

    private BrowserConnection()
    {
    }

    /// <summary>Completes when the connection ends: the browser was killed or ended, or PuppeteerSharp gave up.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Connects through a transport that <paramref name="open"/> creates for <paramref name="address"/>.</summary>
    /// <exception cref="BrowserException">The browser ended, or is none.</exception>
    /// <exception cref="OperationCanceledException">It did not answer before <paramref name="cancellation"/>.</exception>
    public static async Task<BrowserConnection> ConnectAsync(Uri address, TransportFactory open, CancellationToken cancellation)
    {
        var connection = new BrowserConnection();
        var options = new ConnectOptions
        {
            BrowserWSEndpoint = address.OriginalString,
            TransportFactory = async (url, options, _) =>
                connection.Observe(await open(url, options, cancellation).ConfigureAwait(false)),
            // Tabs are attached to here, by OpenTabAsync; PuppeteerSharp need not attach to them a second time.
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
    /// <exception cref="BrowserException">The browser ended, or opens none.</exception>
    public async Task<BrowserTab> OpenTabAsync(CancellationToken cancellation)
    {
        var created = new JsonObject { ["url"] = "about:blank" };
        var target = await SendAsync(_browser!, "Target.createTarget", created, r => r.GetProperty("targetId").GetString()!, cancellation)
            .ConfigureAwait(false);
        var attached = new JsonObject { ["targetId"] = target, ["flatten"] = true };
        var session = await SendAsync(_browser!, "Target.attachToTarget", attached, TakeAttached, cancellation).ConfigureAwait(false);
        return new BrowserTab(this, target, session);
    }

    /// <summary>Closes a tab with its process, even when that process hangs.</summary>
    public Task CloseTabAsync(string target, CancellationToken cancellation) =>
        SendAsync(_browser!, "Target.closeTarget", new() { ["targetId"] = target }, static _ => true, cancellation);

    /// <summary>
    /// Sends a command of the Chrome DevTools Protocol and waits for its result, of which <paramref name="read"/> takes what
    /// is wanted.
    /// </summary>
    /// <exception cref="BrowserGoneException">The connection ended before the answer came.</exception>
    /// <exception cref="CommandFailedException">The browser refused it, or <paramref name="read"/> could not read the answer.</exception>
    /// <exception cref="OperationCanceledException">No answer came before <paramref name="cancellation"/>.</exception>
    public async Task<T> SendAsync<T>(
        ICDPSession session, string method, JsonObject? parameters, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        async Task<T> Call() => read(await session.SendAsync(method, parameters).ConfigureAwait(false) ?? default);
        return await AwaitAsync(Call(), cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for a task that the browser is to complete.</summary>
    /// <exception cref="BrowserGoneException">The connection ended first.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> came first.</exception>
    public async Task WaitAsync(Task task, CancellationToken cancellation)
    {
        await Task.WhenAny(task, Closed).WaitAsync(cancellation).ConfigureAwait(false);
        if (!task.IsCompleted) throw new BrowserGoneException();
    }

    /// <summary>Ends every call that still waits. The owner ends the browser itself.</summary>
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
        // A message that cannot be processed makes PuppeteerSharp close its side while the browser lives on.
        session.Disconnected += (_, _) => _closed.TrySetResult();
        if (session.Detached) throw new BrowserGoneException();
        _browser = session;
    }

    // The session's event comes before the answer.
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
            throw Closed.IsCompleted || IsUnsent(e)
                ? new BrowserGoneException()
                : new CommandFailedException((e.InnerException ?? e).Message);
        }
    }

    // A browser's refusal is a MessageException too, but one without a cause of this side.
    private static bool IsUnsent(Exception e) => e is TargetClosedException or MessageException { InnerException: not null };
}
