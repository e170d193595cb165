using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The browser of the printing engine, allowed to reach local servers, to test pages as a user sees them.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    private readonly BrowserProcess _process;

    private TestBrowser(BrowserProcess process) => _process = process;

    /// <summary>Starts the browser; null if there is none on this machine.</summary>
    public static async Task<TestBrowser?> StartAsync(string? fontFolder)
    {
        if (BrowserLocator.Find() is not { } browser) return null;
        var options = new ChromiumPrinterOptions { MoreArguments = ["--host-resolver-rules="] };
        return new(
            await BrowserProcess.StartAsync(browser, options, FontConfiguration.EnvironmentFor(fontFolder, []),
                CancellationToken.None));
    }

    /// <summary>Opens a tab of a size in pixels.</summary>
    public async Task<TestPage> OpenAsync(string address, int width = 1440, int height = 900, bool dark = false)
    {
        using var timeout = new CancellationTokenSource(TestPage.Timeout);
        var page = new TestPage(await _process.Connection.OpenTabAsync(timeout.Token));
        await page.PrepareAsync(width, height, dark);
        await page.GoAsync(address);
        return page;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}

/// <summary>A tab.</summary>
internal sealed class TestPage(BrowserTab tab) : IAsyncDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Script errors, and violations of the security policy.</summary>
    public IEnumerable<string> Complaints => _errors;

    public async Task PrepareAsync(int width, int height, bool dark)
    {
        tab.Listen(OnEvent);
        foreach (var domain in new[] { "Page.enable", "Runtime.enable", "Log.enable" }) await SendAsync(domain, null);
        await ResizeAsync(width, height);
        await SendAsync("Emulation.setEmulatedMedia", new()
        {
            ["features"] = new JsonArray(
                Feature("prefers-color-scheme", dark ? "dark" : "light"), Feature("prefers-reduced-motion", "reduce")),
        });
    }

    public Task ResizeAsync(int width, int height = 900) => SendAsync("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = width < 500 ? 2 : 1, ["mobile"] = width < 500,
    });

    public Task GoAsync(string address) => SendAsync("Page.navigate", new() { ["url"] = address });

    /// <summary>Simulates a slow network without cache.</summary>
    public async Task SlowDownAsync(int bytesPerSecond)
    {
        await SendAsync("Network.enable", null);
        await SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await SetLineAsync(isOffline: false, latency: 50, bytesPerSecond);
    }

    /// <summary>Disconnects the tab from the network, as in sleep, or reconnects it.</summary>
    public async Task SetOfflineAsync(bool isOffline)
    {
        await SendAsync("Network.enable", null);
        await SetLineAsync(isOffline, latency: 0, bytesPerSecond: -1);
    }

    /// <summary>Waits until changes are drawn and their events are handled.</summary>
    public Task DrawnAsync() =>
        ValueAsync<bool>("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");

    /// <summary>Evaluates an expression and awaits its value.</summary>
    public async Task<T> ValueAsync<T>(string expression)
    {
        var (text, failure) = await SendAsync("Runtime.evaluate", new()
        {
            ["expression"] = $"(async () => JSON.stringify(await ({expression})))()",
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        }, Result);
        return failure is null ? JsonSerializer.Deserialize<T>(text!)! : throw new InvalidOperationException(failure);
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task UntilAsync(string expression)
    {
        for (var clock = Stopwatch.StartNew(); !await IsTrueAsync(expression); await Task.Delay(20))
        {
            if (clock.Elapsed > Timeout)
            {
                throw new TimeoutException(
                    $"Never true: {expression}\n{await ValueAsync<string>("document.body.innerText")}\n"
                        + string.Join('\n', Complaints));
            }
        }
    }

    /// <summary>Clicks the centre of the element that a selector or an expression returns.</summary>
    public async Task ClickAsync(string selector, bool inFrame = false)
    {
        var (x, y) = await MiddleAsync(selector, inFrame);
        foreach (var type in new[] { "mouseMoved", "mousePressed", "mouseReleased" }) await MouseAsync(type, x, y);
    }

    /// <summary>Moves the mouse onto the element that a selector returns.</summary>
    public async Task HoverAsync(string selector, bool inFrame = false)
    {
        var (x, y) = await MiddleAsync(selector, inFrame);
        await MouseAsync("mouseMoved", x, y);
    }

    /// <summary>Presses a key, such as <c>j</c> or <c>ArrowRight</c>.</summary>
    public async Task PressAsync(string key)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            var pressed = new JsonObject { ["type"] = type, ["key"] = key };
            if (key.Length == 1) pressed["text"] = key;
            await SendAsync("Input.dispatchKeyEvent", pressed);
        }
    }

    /// <summary>Takes a screenshot as PNG.</summary>
    public Task<byte[]> PictureAsync() =>
        SendAsync("Page.captureScreenshot", new() { ["format"] = "png" }, r => r.GetProperty("data").GetBytesFromBase64());

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        await tab.CloseAsync(timeout.Token);
    }

    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return await ValueAsync<bool>($"Boolean({expression})");
        }
        catch (Exception e) when (e is InvalidOperationException or BrowserException)
        {
            return false;
        }
    }

    private async Task<(double X, double Y)> MiddleAsync(string selector, bool inFrame)
    {
        var found = JsonSerializer.Serialize(selector);
        var rect = inFrame
            ? $"import('/page/paper.js').then(p => p.rectOf(p.frame.contentDocument.querySelector({found})))"
            : $"document.querySelector({found}).getBoundingClientRect()";
        var middle = await ValueAsync<double[]>($"Promise.resolve({rect}).then(r => [r.x + r.width / 2, r.y + r.height / 2])");
        return (middle[0], middle[1]);
    }

    private static JsonObject Feature(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private Task SetLineAsync(bool isOffline, int latency, int bytesPerSecond) =>
        SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = isOffline,
            ["latency"] = latency,
            ["downloadThroughput"] = bytesPerSecond,
            ["uploadThroughput"] = bytesPerSecond,
        });

    private Task MouseAsync(string type, double x, double y) => SendAsync("Input.dispatchMouseEvent", new()
    {
        ["type"] = type, ["x"] = x, ["y"] = y,
        ["button"] = type == "mouseMoved" ? "none" : "left", ["clickCount"] = type == "mouseMoved" ? 0 : 1,
    });

    private Task SendAsync(string method, JsonObject? parameters) => SendAsync(method, parameters, _ => true);

    private async Task<T> SendAsync<T>(string method, JsonObject? parameters, Func<JsonElement, T> read)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        return await tab.SendAsync(method, parameters, read, timeout.Token);
    }

    private static (string? Text, string? Failure) Result(JsonElement answer)
    {
        if (answer.TryGetProperty("exceptionDetails", out var failure)) return ("null", failure.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? (value.GetString(), null) : ("null", null);
    }

    private void OnEvent(string method, JsonElement parameters)
    {
        if (method == "Runtime.exceptionThrown") _errors.Enqueue(parameters.ToString());
        if (method == "Log.entryAdded" && parameters.GetProperty("entry") is var entry
            && entry.GetProperty("level").GetString() == "error"
            && entry.GetProperty("source").GetString() != "network")
        {
            _errors.Enqueue(
                string.Create(CultureInfo.InvariantCulture, $"{entry.GetProperty("source")}: {entry.GetProperty("text")}"));
        }
    }
}
