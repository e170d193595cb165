using System.Text.Json;

namespace ReportGen.Printing.Chromium;

/// <summary>One page of the browser, used for one document after another: content is set in place, which is the fastest way.</summary>
internal sealed class BrowserPage
{
    private readonly DevToolsConnection _connection;
    private readonly string _target;
    private readonly string _session;
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _blocked = [];
    private TaskCompletionSource _loaded = new();

    private BrowserPage(DevToolsConnection connection, string target, string session)
    {
        _connection = connection;
        _target = target;
        _session = session;
        connection.Listen(session, OnEvent);
    }

    /// <summary>How many documents this page has printed.</summary>
    public int Prints { get; private set; }

    /// <summary>Opens a page that runs no script and fetches nothing.</summary>
    public static async Task<BrowserPage> OpenAsync(DevToolsConnection connection, CancellationToken cancellation)
    {
        var target = await connection.SendAsync(
            "Target.createTarget", null, p => p.WriteString("url", "about:blank"), r => r.GetProperty("targetId").GetString()!, cancellation)
            .ConfigureAwait(false);
        var session = await connection.SendAsync("Target.attachToTarget", null, p =>
        {
            p.WriteString("targetId", target);
            p.WriteBoolean("flatten", true);
        }, r => r.GetProperty("sessionId").GetString()!, cancellation).ConfigureAwait(false);
        var page = new BrowserPage(connection, target, session);
        await Task.WhenAll(
            page.CommandAsync("Page.enable", null, cancellation),
            page.CommandAsync("Inspector.enable", null, cancellation),
            page.CommandAsync("Emulation.setScriptExecutionDisabled", p => p.WriteBoolean("value", true), cancellation),
            page.CommandAsync("Fetch.enable", null, cancellation)).ConfigureAwait(false);
        return page;
    }

    /// <summary>Prints one document.</summary>
    /// <returns>The PDF as the browser made it, and the addresses that the document wanted and did not get.</returns>
    /// <exception cref="BrowserException">The browser or the page failed; the page cannot be used any more.</exception>
    public async Task<(byte[] Pdf, IReadOnlyList<string> Blocked)> PrintAsync(string html, CancellationToken cancellation)
    {
        lock (_blocked) _blocked.Clear();
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pdf = await UnlessCrashed(SetAndPrintAsync(html, cancellation)).ConfigureAwait(false);
        Prints++;
        lock (_blocked) return (pdf, [.. _blocked]);
    }

    /// <summary>Closes the page with its process, even when that process hangs.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        _connection.Unlisten(_session);
        await _connection.SendAsync("Target.closeTarget", null, p => p.WriteString("targetId", _target), cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Puts a document into the page.</summary>
    public Task SetContentAsync(string html, CancellationToken cancellation) => CommandAsync("Page.setDocumentContent", p =>
    {
        p.WriteString("frameId", _target);
        p.WriteString("html", html);
    }, cancellation);

    /// <summary>Sends a command that concerns this page.</summary>
    public Task CommandAsync(string method, Action<Utf8JsonWriter>? parameters, CancellationToken cancellation) =>
        _connection.SendAsync(method, _session, parameters, cancellation);

    /// <summary>Sends a command that concerns this page, and reads its result.</summary>
    public Task<T> CommandAsync<T>(
        string method, Action<Utf8JsonWriter>? parameters, Func<JsonElement, T> read, CancellationToken cancellation) =>
        _connection.SendAsync(method, _session, parameters, read, cancellation);

    private async Task<byte[]> SetAndPrintAsync(string html, CancellationToken cancellation)
    {
        await SetContentAsync(html, cancellation).ConfigureAwait(false);
        await _loaded.Task.WaitAsync(cancellation).ConfigureAwait(false);
        return await CommandAsync("Page.printToPDF", WritePrintOptions, r => r.GetProperty("data").GetBytesFromBase64(), cancellation)
            .ConfigureAwait(false);
    }

    private static void WritePrintOptions(Utf8JsonWriter p)
    {
        p.WriteBoolean("preferCSSPageSize", true);
        p.WriteBoolean("printBackground", true);
        p.WriteBoolean("displayHeaderFooter", false);
        p.WriteBoolean("generateTaggedPDF", true);
        p.WriteBoolean("generateDocumentOutline", true);
        p.WriteNumber("paperWidth", 210 / 25.4);
        p.WriteNumber("paperHeight", 297 / 25.4);
    }

    private async Task<byte[]> UnlessCrashed(Task<byte[]> printing)
    {
        if (await Task.WhenAny(printing, _crashed.Task).ConfigureAwait(false) == printing)
            return await printing.ConfigureAwait(false);
        _ = printing.ContinueWith(static t => t.Exception, TaskScheduler.Default);
        throw new PageCrashedException();
    }

    private void OnEvent(string method, JsonElement parameters)
    {
        if (method == "Page.loadEventFired") _loaded.TrySetResult();
        else if (method == "Inspector.targetCrashed") _crashed.TrySetResult();
        else if (method == "Fetch.requestPaused") Block(parameters);
    }

    private void Block(JsonElement parameters)
    {
        var id = parameters.GetProperty("requestId").GetString()!;
        lock (_blocked) _blocked.Add(parameters.GetProperty("request").GetProperty("url").GetString()!);
        var sent = CommandAsync("Fetch.failRequest", p =>
        {
            p.WriteString("requestId", id);
            // Not "BlockedByClient": that would put an error page in the place of a document that refers elsewhere.
            p.WriteString("errorReason", "Aborted");
        }, CancellationToken.None);
        _ = sent.ContinueWith(static t => t.Exception, TaskScheduler.Default);
    }
}
