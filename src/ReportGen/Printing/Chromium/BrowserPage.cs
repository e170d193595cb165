using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportGen.Printing.Chromium;

/// <summary>
/// One page of the browser, reused for many documents: setting the content in place is fastest. Not thread-safe.
/// </summary>
internal sealed class BrowserPage
{
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _blocked = [];
    private TaskCompletionSource _loaded = new();

    private BrowserPage(BrowserTab tab)
    {
        Tab = tab;
        tab.Listen(OnEvent);
    }

    /// <summary>The tab of the page, for commands that concern it.</summary>
    public BrowserTab Tab { get; }

    /// <summary>The number of documents that this page has printed.</summary>
    public int Prints { get; private set; }

    /// <summary>Opens a page that runs no scripts and fetches nothing.</summary>
    /// <exception cref="BrowserException">The browser or the page failed.</exception>
    public static async Task<BrowserPage> OpenAsync(BrowserConnection connection, CancellationToken cancellation)
    {
        var page = new BrowserPage(await connection.OpenTabAsync(cancellation).ConfigureAwait(false));
        await Task.WhenAll(
            page.Tab.SendAsync("Page.enable", null, cancellation),
            page.Tab.SendAsync("Inspector.enable", null, cancellation),
            page.Tab.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, cancellation),
            page.Tab.SendAsync("Fetch.enable", null, cancellation)).ConfigureAwait(false);
        return page;
    }

    /// <summary>Prints one document.</summary>
    /// <returns>The PDF as the browser made it, and the addresses that the document requested and did not get.</returns>
    /// <exception cref="BrowserException">The browser or the page failed; the page must not be used again.</exception>
    public async Task<(byte[] Pdf, IReadOnlyList<string> Blocked)> PrintAsync(string html, CancellationToken cancellation)
    {
        lock (_blocked) _blocked.Clear();
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pdf = await UnlessCrashed(SetAndPrintAsync(html, cancellation)).ConfigureAwait(false);
        Prints++;
        lock (_blocked) return (pdf, [.. _blocked]);
    }

    /// <summary>Closes the page and its process, even if that process hangs.</summary>
    public Task CloseAsync(CancellationToken cancellation) => Tab.CloseAsync(cancellation);

    /// <summary>Sets the content of the page.</summary>
    public Task SetContentAsync(string html, CancellationToken cancellation) =>
        Tab.SendAsync("Page.setDocumentContent", new() { ["frameId"] = Tab.Target, ["html"] = html }, cancellation);

    private async Task<byte[]> SetAndPrintAsync(string html, CancellationToken cancellation)
    {
        await SetContentAsync(html, cancellation).ConfigureAwait(false);
        await Tab.WaitAsync(_loaded.Task, cancellation).ConfigureAwait(false);
        return await Tab.SendAsync(
            "Page.printToPDF", PrintOptions(), r => r.GetProperty("data").GetBytesFromBase64(), cancellation)
            .ConfigureAwait(false);
    }

    private static JsonObject PrintOptions() => new()
    {
        ["preferCSSPageSize"] = true,
        ["printBackground"] = true,
        ["displayHeaderFooter"] = false,
        ["generateTaggedPDF"] = true,
        ["generateDocumentOutline"] = true,
        ["paperWidth"] = 210 / 25.4,
        ["paperHeight"] = 297 / 25.4,
    };

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
        // Not "BlockedByClient": that would replace a document with external references by an error page.
        var refusal = new JsonObject { ["requestId"] = id, ["errorReason"] = "Aborted" };
        var sent = Tab.SendAsync("Fetch.failRequest", refusal, CancellationToken.None);
        _ = sent.ContinueWith(static t => t.Exception, TaskScheduler.Default);
    }
}
