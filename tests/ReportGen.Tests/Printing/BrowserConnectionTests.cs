using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;

namespace ReportGen.Tests.Printing;

[TestFixture(false)]
[TestFixture(true)]
public sealed class BrowserConnectionTests(bool webSocket)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);

    private ChromiumPrinterOptions Options => new() { UseWebSocket = webSocket };

    [Test]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task Queued_calls_end_with_the_browser()
    {
        await using var browser = await StartAsync();
        var tab = await browser.Connection.OpenTabAsync(CancellationToken.None);
        ProcessFamily.Suspend(browser.ProcessId);
        // Far more than any channel buffers: the first call blocks, and the others are queued after it.
        var stuck = SendAsync(tab, new string('x', 32 * 1024 * 1024));
        var waiting = Enumerable.Range(0, 4).Select(_ => SendAsync(tab, "1")).ToArray();
        var opening = browser.Connection.OpenTabAsync(CancellationToken.None);
        await Task.Delay(100);
        Assert.That(waiting.Append(stuck).Append(opening).Select(call => call.IsCompleted), Has.None.True);

        ProcessFamily.Kill(browser.ProcessId);

        foreach (var call in waiting.Append(stuck).Append(opening))
            Assert.That(async () => await call.WaitAsync(s_timeout), Throws.InstanceOf<BrowserGoneException>());
    }

    [Test]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task Queued_calls_end_when_cancelled()
    {
        await using var browser = await StartAsync();
        var tab = await browser.Connection.OpenTabAsync(CancellationToken.None);
        ProcessFamily.Suspend(browser.ProcessId);
        using var deadline = new CancellationTokenSource();
        var stuck = SendAsync(tab, new string('x', 32 * 1024 * 1024), deadline.Token);
        var waiting = SendAsync(tab, "1", deadline.Token);
        var opening = browser.Connection.OpenTabAsync(deadline.Token);

        deadline.Cancel();

        foreach (var call in new[] { stuck, waiting, opening })
            Assert.That(async () => await call.WaitAsync(s_timeout), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_failing_listener_ends_the_connection_but_not_the_process()
    {
        await using var browser = await StartAsync();
        var tab = await browser.Connection.OpenTabAsync(CancellationToken.None);
        var waiting = SendAsync(tab, "new Promise(() => {})");
        tab.Listen((_, _) => throw new InvalidOperationException("The event could not be read."));
        _ = tab.SendAsync("Runtime.enable", null, CancellationToken.None);

        Assert.That(async () => await waiting.WaitAsync(s_timeout), Throws.InstanceOf<BrowserGoneException>());
        await browser.Connection.Closed.WaitAsync(s_timeout);
        Assert.That(async () => await SendAsync(tab, "1").WaitAsync(s_timeout), Throws.InstanceOf<BrowserGoneException>());
    }

    [Test]
    public async Task A_pool_does_not_use_a_browser_whose_connection_has_ended()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        await using var pool = new BrowserPool(Options);
        var first = await pool.RentAsync(CancellationToken.None);
        await pool.ReturnAsync(first);
        var tab = await first.Browser.Connection.OpenTabAsync(CancellationToken.None);
        tab.Listen((_, _) => throw new InvalidOperationException("The event could not be read."));
        _ = tab.SendAsync("Runtime.enable", null, CancellationToken.None);
        await first.Browser.Connection.Closed.WaitAsync(s_timeout);

        var second = await pool.RentAsync(CancellationToken.None);
        Assert.That(second.Browser, Is.Not.SameAs(first.Browser));
    }

    [Test]
    public async Task A_rejected_command_has_a_reason_and_the_next_one_works()
    {
        await using var browser = await StartAsync();
        var tab = await browser.Connection.OpenTabAsync(CancellationToken.None);

        Assert.That(async () => await tab.SendAsync("Page.noSuchThing", null, CancellationToken.None),
            Throws.InstanceOf<CommandFailedException>().With.Message.Contains("Page.noSuchThing"));
        Assert.That(
            async () =>
                await tab.SendAsync("Page.enable", null, r => r.GetProperty("absent").GetString(), CancellationToken.None),
            Throws.InstanceOf<CommandFailedException>());
        Assert.That(async () => await SendAsync(tab, "1"), Throws.Nothing);
    }

    [Test]
    public async Task Tabs_opened_concurrently_are_distinguished()
    {
        await using var browser = await StartAsync();
        var tabs = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => browser.Connection.OpenTabAsync(CancellationToken.None)));
        await Task.WhenAll(tabs.Select((tab, i) => SendAsync(tab, $"globalThis.number = {i}")));
        var numbers = await Task.WhenAll(tabs.Select(tab => tab.SendAsync("Runtime.evaluate", new() { ["expression"] = "number" },
            r => r.GetProperty("result").GetProperty("value").GetInt32(), CancellationToken.None)));

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(0, 8)));
        Assert.That(tabs.Select(tab => tab.Target), Is.Unique);
    }

    private async Task<BrowserProcess> StartAsync()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        return await BrowserProcess.StartAsync(
            BrowserLocator.Find()!, Options, FontConfiguration.EnvironmentFor(null, []), CancellationToken.None);
    }

    private static Task SendAsync(BrowserTab tab, string expression, CancellationToken cancellation = default) => tab.SendAsync(
        "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true }, cancellation);
}
