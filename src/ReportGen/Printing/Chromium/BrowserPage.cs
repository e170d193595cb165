using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportGen.Printing.Chromium;

/// <summary>One page of the browser, used for one document after another: content is set in place, which is the fastest way.</summary>
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

    /// <summary>The tab that it is in, for commands that concern this page.</summary>
    public BrowserTab Tab { get; }

    /// <summary>How many documents this page has printed.</summary>
    public int Prints { get; private set; }

    /// <summary>Opens a page that runs no script and fetches nothing.</summary>
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
    public Task CloseAsync(CancellationToken cancellation) => Tab.CloseAsync(cancellation);

    /// <summary>Puts a document into the page.</summary>
    public Task SetContentAsync(string html, CancellationToken cancellation) =>
        Tab.SendAsync("Page.setDocumentContent", new() { ["frameId"] = Tab.Target, ["html"] = html }, cancellation);

    private async Task<byte[]> SetAndPrintAsync(string html, CancellationToken cancellation)
    {
        await SetContentAsync(html, cancellation).ConfigureAwait(false);
        await Tab.WaitAsync(_loaded.Task, cancellation).ConfigureAwait(false);
        return await Tab.SendAsync(
            "Page.printToPDF", PrintOptions(), r => r.GetProperty("data").GetBytesFromBase64(), cancellation).ConfigureAwait(false);
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
        // Not "BlockedByClient": that would put an error page in the place of a document that refers elsewhere.
        var refusal = new JsonObject { ["requestId"] = id, ["errorReason"] = "Aborted" };
        var sent = Tab.SendAsync("Fetch.failRequest", refusal, CancellationToken.None);
        _ = sent.ContinueWith(static t => t.Exception, TaskScheduler.Default);
    }
}
