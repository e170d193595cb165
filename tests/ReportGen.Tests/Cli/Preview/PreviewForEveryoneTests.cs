using ReportGen.Diagnostics;
using ReportGen.Tests.Cli.Checking;
using ReportGen.Tests.Web;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The preview with a keyboard, and for assistive technology.</summary>
[Category("Browser")]
public sealed class PreviewForEveryoneTests
{
    private TestBrowser _browser = null!;
    private ToyKind _kind = null!;
    private PreviewRun _run = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var browser = await TestBrowser.StartAsync(Printing.Printers.Fonts);
        if (browser is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        _browser = browser!;
        _kind = RuledKind.Make();
        foreach (var name in new[] { "a", "b" }) _kind.Workbook($"in/{name}.xlsx", $"店 {name}", 30);
        _run = await PreviewRun.StartAsync(_kind["in"], _kind.Templates, language: Language.English);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (_run is not null) await _run.DisposeAsync();
        if (_browser is not null) await _browser.DisposeAsync();
        _kind?.Dispose();
    }

    [Test]
    public async Task Axe_finds_nothing([Values(1280, 390)] int width, [Values] bool dark)
    {
        await using var page = await OpenAsync(width, dark);
        Assert.That(await WebTools.AxeAsync(page), Is.Empty);
    }

    [Test]
    public async Task Arrow_keys_choose_the_view()
    {
        await using var page = await OpenAsync(1280);
        await page.ValueAsync<bool>("(document.querySelector('#views [aria-checked=true]').focus(), true)");
        await page.PressAsync("ArrowRight");

        Assert.That(await page.ValueAsync<string>("document.documentElement.dataset.view + document.activeElement.dataset.set"),
            Is.EqualTo("webweb"));
        Assert.That(await page.ValueAsync<int[]>("[...document.querySelectorAll('#views button')].map(b => b.tabIndex)"),
            Is.EqualTo(new[] { -1, 0 }));
        await page.PressAsync("ArrowLeft");
        Assert.That(await page.ValueAsync<string>("document.documentElement.dataset.view"), Is.EqualTo("paper"));
    }

    [Test]
    public async Task Arrow_keys_go_through_the_downloads()
    {
        await using var page = await OpenAsync(1280);
        await page.ValueAsync<bool>("(document.getElementById('downloads-button').focus(), true)");
        await page.PressAsync("ArrowDown");
        var first = await page.ValueAsync<string>("document.activeElement.textContent");
        await page.PressAsync("ArrowDown");
        var second = await page.ValueAsync<string>("document.activeElement.textContent");
        await page.PressAsync("ArrowUp");

        Assert.That((first, second), Is.EqualTo(("Open the PDF", "PDF")));
        Assert.That(await page.ValueAsync<string>("document.activeElement.textContent"), Is.EqualTo(first));
        await page.PressAsync("Escape");
        Assert.That(await page.ValueAsync<string>("document.activeElement.id"), Is.EqualTo("downloads-button"));
    }

    [Test]
    public async Task Chinese_names_on_the_English_page_are_marked()
    {
        await using var page = await OpenAsync(1280);
        Assert.That(await page.ValueAsync<string[]>("[...document.querySelectorAll('#title, #list .label')].map(e => e.lang)"),
            Is.All.EqualTo("zh-CN").And.Not.Empty);
        await page.ClickAsync("#language");
        Assert.That(await page.ValueAsync<string[]>("[...document.querySelectorAll('#title, #list .label')].map(e => e.lang)"),
            Is.All.Empty);
    }

    [Test]
    public async Task On_a_phone_a_message_does_not_cover_the_finding()
    {
        await using var page = await OpenAsync(390);
        await page.ValueAsync<bool>("""
            (() => { const t = document.getElementById('toast'); t.textContent = 'x'; t.hidden = false;
              document.querySelector('#cards button').click(); return true; })()
            """);
        await page.UntilAsync("!document.getElementById('strip').hidden");
        Assert.That(
            await page.ValueAsync<double>("""
                document.getElementById('strip').getBoundingClientRect().top
                  - document.getElementById('toast').getBoundingClientRect().bottom
                """), Is.GreaterThan(0));
    }

    [Test]
    public async Task Port_0_is_any_free_one()
    {
        await using var other = await PreviewRun.StartAsync(_kind["in"], _kind.Templates, port: 0);
        Assert.That(other.Port, Is.GreaterThan(1023).And.Not.EqualTo(_run.Port));
    }

    private async Task<TestPage> OpenAsync(int width, bool dark = false)
    {
        var page = await _browser.OpenAsync(_run.Invitation, width, dark: dark);
        await page.UntilAsync("document.documentElement.dataset.shown && document.querySelector('#cards button')");
        return page;
    }
}
