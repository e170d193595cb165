using System.Text.Json;
using System.Text.Json.Nodes;
using PuppeteerSharp;

namespace ReportGen.Printing.Chromium;

/// <summary>A tab of the browser, driven by commands of the Chrome DevTools Protocol. Thread-safe.</summary>
internal sealed class BrowserTab(BrowserConnection connection, string target, ICDPSession session)
{
    /// <summary>The id of the tab in the browser, which is also that of its main frame.</summary>
    public string Target => target;

    /// <summary>
    /// Calls <paramref name="listener"/> for every event of the tab, in order. The listener must not block; if it throws, the
    /// connection ends.
    /// </summary>
    public void Listen(Action<string, JsonElement> listener) =>
        session.MessageReceived += (_, e) => listener(e.MessageID, e.MessageData);

    /// <inheritdoc cref="BrowserConnection.SendAsync"/>
    public Task<T> SendAsync<T>(
        string method, JsonObject? parameters, Func<JsonElement, T> read, CancellationToken cancellation) =>
        connection.SendAsync(session, method, parameters, read, cancellation);

    /// <summary>Sends a command and waits for its completion.</summary>
    public Task SendAsync(string method, JsonObject? parameters, CancellationToken cancellation) =>
        SendAsync(method, parameters, static _ => true, cancellation);

    /// <inheritdoc cref="BrowserConnection.WaitAsync"/>
    public Task WaitAsync(Task task, CancellationToken cancellation) => connection.WaitAsync(task, cancellation);

    /// <inheritdoc cref="BrowserConnection.CloseTabAsync"/>
    public Task CloseAsync(CancellationToken cancellation) => connection.CloseTabAsync(target, cancellation);
}
