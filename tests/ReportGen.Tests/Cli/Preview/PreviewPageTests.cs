using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The preview page in a real browser, from the saved file to the displayed page.</summary>
[Category("Browser")]
public sealed class PreviewPageTests
{
    private const string Frame = "document.getElementById('frame').contentDocument";

    private const string Template = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
        <style>@page { size: A4; margin: 30mm } html { font: 16pt/2 serif } p { margin: 0 } td { border: 1px solid }
        @media screen { h1 { color: red } }</style></head>
        <body><h1>{{ title }}</h1>
        {{ for $i in 1..40 }}<p>{{ $i }}. A line of the report.</p>
        {{ end }}<table><tr><td id="apples" data-cell="Figures!B3">{{ Sales.Apples.Kilos }}</td>
        <td data-cell="Figures!B4">{{ Sales.Pears.Kilos }}</td></tr></table>
        {{ for $s in sections; for $b in $s.blocks; $b.html; end; end }}</body></html>
        """;

    private TestBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        var browser = await TestBrowser.StartAsync(Printing.Printers.Fonts);
        if (browser is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        _browser = browser!;
    }

    [OneTimeTearDown]
    public async Task EndBrowser()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    [Test]
    public async Task It_shows_the_report_as_pages_and_as_web_page()
    {
        using var kind = Kind(("a.xlsx", "Corner Shop", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        Assert.That(await page.ValueAsync<string>("document.getElementById('title').textContent"),
            Is.EqualTo("Report of Corner Shop"));
        Assert.That(await page.ValueAsync<int>("document.querySelectorAll('#pages .page').length"), Is.GreaterThan(1));
        Assert.That(await ColourAsync(page), Is.EqualTo("rgb(0, 0, 0)"));
        await page.ClickAsync("[data-set=web]");
        Assert.That(await ColourAsync(page), Is.EqualTo("rgb(255, 0, 0)"));
        Assert.That(await page.ValueAsync<int>("document.querySelectorAll('#pages .page').length"), Is.Zero);
        await page.PressAsync("v");
        await page.UntilAsync("document.querySelectorAll('#pages .page').length > 1");
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_saved_workbook_shows_its_new_figure_and_keeps_the_scroll_position()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.ValueAsync<bool>("(document.getElementById('desk').scrollTop = 700, true)");
        const string first =
            "[...document.getElementById('frame').contentDocument.querySelectorAll('p')].find(p => paper.rectOf(p).bottom > "
                + "document.getElementById('desk').getBoundingClientRect().top + 1)";
        var text = await page.ValueAsync<string>($"import('/page/paper.js').then(paper => {first}.textContent)");
        var line =
            $"import('/page/paper.js').then(paper => Math.round(paper.rectOf([...{Frame}.querySelectorAll('p')].find(p => "
                + $"p.textContent === '{text}')).top))";
        var before = await page.ValueAsync<int>(line);
        kind.WriteTemplate("report.sbn-html",
            Template.Replace("<h1>", "<p>One more line above.</p><p>And one.</p><h1>", StringComparison.Ordinal));
        await page.UntilAsync($"{Frame}.body.textContent.includes('One more line')");
        Assert.That(await page.ValueAsync<int>(line), Is.EqualTo(before).Within(2));
        kind.Workbook("in/a.xlsx", "A", apples: 71);
        await page.UntilAsync($"{Frame}.getElementById('apples').textContent === '71'");
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task An_error_is_shown_above_the_last_page_with_its_location_until_it_is_fixed()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        kind.WriteTemplate("report.sbn-html", "<p>\n{{ titel }}</p>");
        await page.UntilAsync("!document.getElementById('mistake').hidden");
        Assert.That(await page.ValueAsync<string>("document.querySelector('#mistake .where').textContent"),
            Does.StartWith("shop/main/report.sbn-html(2,4)"));
        Assert.That(await page.ValueAsync<string>("document.getElementById('mistake').innerText"), Does.Contain("Did you mean"));
        Assert.That(await page.ValueAsync<string>($"{Frame}.querySelector('h1').textContent"), Is.EqualTo("Report of A"));
        kind.WriteTemplate("report.sbn-html", Template);
        await page.UntilAsync("document.getElementById('mistake').hidden");
        Assert.That(await page.ValueAsync<bool>("document.documentElement.hasAttribute('data-mistaken')"), Is.False);
    }

    [Test]
    public async Task A_finding_links_to_its_place_and_the_place_to_its_finding()
    {
        using var kind = Kind(("a.xlsx", "A", null));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.UntilAsync("document.querySelector('.card.error')");
        await page.ClickAsync(".card.error button");
        await page.UntilAsync($"{Frame}.querySelector('[data-here]')?.id === 'apples'");
        await page.UntilAsync(
            "import('/page/paper.js').then(p => { const r = p.rectOf(p.frame.contentDocument.getElementById('apples')); return "
                + "r.top > 0 && r.bottom < innerHeight; })");
        await page.PressAsync("Escape");
        await page.UntilAsync($"!{Frame}.querySelector('[data-here]') && !document.querySelector('[aria-pressed=true]')");
        await page.ClickAsync("#apples", inFrame: true);
        await page.UntilAsync("document.querySelector('.card.error [aria-pressed=true]')");
        await page.PressAsync("j");
        await page.UntilAsync($"{Frame}.querySelector('[data-here]')");
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_finding_in_prose_marks_the_quoted_words()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        kind.Workbook("in/a.xlsx", "A", prose: "Sold {{ Sales.Peers.Kilos }} kg.");
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.UntilAsync("document.querySelector('.card .quote mark')");
        await page.ClickAsync(".card button");
        var marked = await page.ValueAsync<string[]>(
            "[...document.getElementById('frame').contentWindow.CSS.highlights.get('here')].map(String)");
        Assert.That(marked,
            Is.EqualTo(new[] { await page.ValueAsync<string>("document.querySelector('.card .quote mark').textContent") }));
    }

    [Test]
    public async Task The_outline_is_on_the_paragraph_that_is_meant_if_a_cell_has_several()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        kind.Workbook("in/a.xlsx", "A", prose: "Sold well.\nSold nothing.\nSold {{ Sales.Peers.Kilos }} kg.\nSold out.");
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.UntilAsync("document.querySelector('.card .quote mark')");
        await page.ClickAsync(".card button");
        await page.UntilAsync($"{Frame}.querySelector('[data-here]')");
        var outlined = await page.ValueAsync<string[]>(
            $"[...{Frame}.querySelectorAll('[data-here], [data-finding]')].map(e => e.textContent)");
        Assert.That(outlined, Is.EqualTo(new[] { "Sold {{ Sales.Peers.Kilos }} kg." }));
    }

    [Test]
    public async Task The_place_of_a_finding_copies_its_address_by_mouse_and_keyboard()
    {
        using var kind = Kind(("a.xlsx", "A", null));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.UntilAsync("document.querySelector('.card .place')");
        await page.ValueAsync<bool>(
            "(window.copied = [], Object.defineProperty(navigator, 'clipboard', "
                + "{ value: { writeText: async t => { copied.push(t); } } }), true)");
        await page.ClickAsync(".card .place");
        await page.UntilAsync("copied.length === 1 && !document.getElementById('toast').hidden");
        // A button, which every browser lets the keyboard press.
        Assert.That(await page.ValueAsync<bool>("document.activeElement.matches('button.place')"), Is.True);
        await page.PressAsync("j");
        await page.PressAsync("c");
        await page.UntilAsync("copied.length === 2");
        Assert.That(await page.ValueAsync<string[]>("copied"), Is.EqualTo(new[] { "Figures!B3", "Figures!B3" }));
        Assert.That(await page.ValueAsync<string>("document.getElementById('toast').textContent"), Does.Contain("Figures!B3"));
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_figure_shows_its_workbook_sheet_and_cell()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.ValueAsync<bool>(
            "import('/page/paper.js').then(p => (p.reveal(p.frame.contentDocument.getElementById('apples')), true))");
        await page.UntilAsync(
            "import('/page/paper.js')"
                + ".then(p => p.rectOf(p.frame.contentDocument.getElementById('apples')).bottom < innerHeight)");
        await page.DrawnAsync();
        await page.HoverAsync("#apples", inFrame: true);
        await page.UntilAsync("!document.getElementById('tip').hidden");
        Assert.That(await TipAsync(page), Is.EqualTo("a.xlsx Figures B3"));
        await page.ValueAsync<bool>($"({Frame}.getElementById('apples').focus(), true)");
        await page.PressAsync("ArrowRight");
        await page.UntilAsync("document.getElementById('tip').textContent.includes('B4')");
        Assert.That(await page.ValueAsync<string>("document.getElementById('said').textContent"),
            Is.EqualTo("a.xlsx › Figures!B4"));
    }

    [Test]
    public async Task A_figure_in_a_drawing_shows_its_cell_as_well()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        kind.WriteTemplate("report.sbn-html", Template.Replace("<h1>",
            "<svg width=\"200\" height=\"60\"><text y=\"40\">{{ Sales.Apples.Kilos }}</text><path d=\"M0 0H9\"/></svg><h1>",
            StringComparison.Ordinal));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        Assert.That(await page.ValueAsync<string[]>($"[...{Frame}.querySelectorAll('svg *')].map(e => e.localName)"),
            Is.EqualTo(new[] { "text", "tspan", "path" }));
        await page.HoverAsync("svg [data-cell]", inFrame: true);
        await page.UntilAsync("!document.getElementById('tip').hidden");
        Assert.That(await TipAsync(page), Is.EqualTo("a.xlsx Figures B3"));
    }

    [Test]
    public async Task Script_in_a_workbook_or_template_is_never_run()
    {
        const string bad = "<script>parent.hit=1</script><img src=x onerror='parent.hit=1'>";
        using var kind = Kind(("a.xlsx", bad, 3));
        kind.Workbook("in/a.xlsx", bad, prose: "Prose <script>parent.hit=1</script> **bold** [x](javascript:parent.hit=1)");
        kind.WriteTemplate("report.sbn-html", Template.Replace("<h1>",
            "<script>parent.hit=1</script><svg onload=\"parent.hit=1\"></svg><a id=\"bad\" "
                + "href=\"javascript:parent.hit=1\">x</a><iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe><h1>",
                StringComparison.Ordinal));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        Assert.That(await page.ValueAsync<string>($"{Frame}.querySelector('h1').textContent"), Is.EqualTo("Report of " + bad));
        Assert.That(await page.ValueAsync<string>("document.getElementById('title').textContent"),
            Is.EqualTo("Report of " + bad));
        Assert.That(await page.ValueAsync<string>($"{Frame}.body.textContent"),
            Does.Contain("Prose <script>parent.hit=1</script>"));
        await page.ClickAsync("#bad", inFrame: true);
        await Task.Delay(300);
        Assert.That(
            await page.ValueAsync<bool>(
                $"window.hit === undefined && {Frame}.scripts.length === 0 && {Frame}.querySelectorAll('iframe').length === 0"),
                Is.True);
    }

    [TestCase(3, "pdf pdf html md review")]
    [TestCase(null, "pdf pdf html md returned review")]
    public async Task The_downloads_depend_on_the_findings(int? apples, string forms)
    {
        using var kind = Kind(("a.xlsx", "A", apples));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.ClickAsync("#downloads-button");
        var offered = await page.ValueAsync<string[]>(
            "[...document.querySelectorAll('#downloads-list a')].map(a => a.pathname.split('/').pop())");
        Assert.That(string.Join(' ', offered), Is.EqualTo(forms));
    }

    [Test]
    public async Task Tabs_show_different_reports_and_both_are_updated()
    {
        using var kind = Kind(("a.xlsx", "A", 3), ("b.xlsx", "B", 4));
        await using var run = await StartAsync(kind);
        await using var first = await OpenAsync(run);
        var other = run.Session.Reports.First(r => r.File.Name == "b.xlsx");
        await using var second = await OpenAsync(run, $"#{other.File.Id}");
        Assert.That(await second.ValueAsync<string>($"{Frame}.querySelector('h1').textContent"), Is.EqualTo("Report of B"));
        kind.Workbook("in/a.xlsx", "A", apples: 81);
        kind.Workbook("in/b.xlsx", "B", apples: 82);
        await first.UntilAsync($"{Frame}.getElementById('apples').textContent === '81'");
        await second.UntilAsync($"{Frame}.getElementById('apples').textContent === '82'");
        await first.ClickAsync("#list li:nth-child(2) a");
        await first.UntilAsync($"{Frame}.querySelector('h1').textContent === 'Report of B'");
        Assert.That(await first.ValueAsync<string>("location.hash.slice(1)"), Is.EqualTo(other.File.Id));
    }

    [Test]
    public async Task After_a_restart_the_page_waits_until_the_browser_has_opened_the_new_address()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        var port = run.Port;
        await run.DisposeAsync();
        await page.UntilAsync("document.getElementById('status').className === 'lost'");
        kind.Workbook("in/a.xlsx", "A", apples: 91);
        await using var again = await PreviewRun.StartAsync(kind["in"], kind.Templates, port);
        Assert.That(again.Port, Is.EqualTo(port));
        await page.UntilAsync("document.getElementById('status').textContent.includes('open the new address')");
        Assert.That(await page.ValueAsync<string>($"{Frame}.getElementById('apples').textContent"), Is.EqualTo("3"));
        await using var other = await _browser.OpenAsync(again.Invitation);
        await page.UntilAsync($"{Frame}.getElementById('apples').textContent === '91'");
        await page.UntilAsync("document.getElementById('status').className !== 'lost'");
    }

    [Test]
    public async Task After_sleep_the_page_is_updated_automatically()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        await page.SetOfflineAsync(true);
        kind.Workbook("in/a.xlsx", "A", apples: 93);
        await run.UntilAsync("a.xlsx", s => s.LastGood?.Html?.Contains(">93<", StringComparison.Ordinal) == true);
        Assert.That(await page.ValueAsync<string>($"{Frame}.getElementById('apples').textContent"), Is.EqualTo("3"));
        await page.SetOfflineAsync(false);
        await page.UntilAsync(
            $"{Frame}.getElementById('apples').textContent === '93' && document.getElementById('status').className !== 'lost'");
    }

    [Test]
    public async Task A_page_without_events_for_long_reconnects()
    {
        using var kind = Kind(("a.xlsx", "A", 3));
        await using var run = await StartAsync(kind);
        await using var page = await OpenAsync(run);
        // A connection may be dead without an error. The page's 25 seconds are shortened to 0.2 seconds.
        await page.ValueAsync<bool>("""
            (() => {
              const [wait, Source] = [setTimeout, EventSource];
              window.connections = 0;
              window.setTimeout = (act, time, ...more) => wait(act, time === 25000 ? 200 : time, ...more);
              window.EventSource = class extends Source { constructor(address) { super(address); window.connections++; } };
              return true;
            })()
            """);
        kind.Workbook("in/a.xlsx", "A", apples: 94);
        await page.UntilAsync("window.connections > 1");
        kind.Workbook("in/a.xlsx", "A", apples: 95);
        await page.UntilAsync(
            $"{Frame}.getElementById('apples').textContent === '95' && document.getElementById('status').className !== 'lost'");
    }

    [TestCase(320, 600)]
    [TestCase(390, 844)]
    [TestCase(768, 1024)]
    [TestCase(1440, 900)]
    public async Task It_fits_the_screen_in_both_languages(int width, int height)
    {
        using var kind = Kind(("a.xlsx", "A", null), ("b.xlsx", "B", 4));
        await using var run = await StartAsync(kind, Language.Chinese);
        await using var page = await _browser.OpenAsync(run.Invitation, width, height, dark: true);
        await page.UntilAsync("document.documentElement.dataset.shown");
        Assert.That(await page.ValueAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        Assert.That(
            await page.ValueAsync<bool>(
                "document.getElementById('stage').getBoundingClientRect().width <= document.getElementById('desk').clientWidth"),
                Is.True);
        Assert.That(await page.ValueAsync<string>("document.getElementById('downloads-button').textContent"), Is.EqualTo("下载"));
        await page.ClickAsync("#language");
        Assert.That(
            await page.ValueAsync<string>(
                "document.getElementById('downloads-button').textContent + document.documentElement.lang"),
                Is.EqualTo("Downloaden"));
        if (width < 860)
        {
            await page.ClickAsync("#panes [data-pane=findings]");
            await page.ClickAsync(".card.error button");
            await page.UntilAsync("document.documentElement.dataset.pane === 'desk' && !document.getElementById('strip').hidden");
        }

        await page.ValueAsync<bool>("(localStorage.clear(), true)");
        Assert.That(page.Complaints, Is.Empty);
    }

    private static ToyKind Kind(params (string Name, string Shop, int? Apples)[] workbooks)
    {
        var kind = new ToyKind();
        kind.WriteTemplate("report.sbn-html", Template);
        foreach (var (name, shop, apples) in workbooks) kind.Workbook($"in/{name}", shop, apples);
        return kind;
    }

    private static Task<PreviewRun> StartAsync(ToyKind kind, Language language = Language.English) =>
        PreviewRun.StartAsync(kind["in"], kind.Templates, language: language);

    private async Task<TestPage> OpenAsync(PreviewRun run, string anchor = "")
    {
        var page = await _browser.OpenAsync(run.Invitation);
        if (anchor.Length > 0)
        {
            await page.UntilAsync("document.documentElement.dataset.shown");
            await page.GoAsync("about:blank");
            await page.GoAsync(run.Address + anchor);
        }

        await page.UntilAsync($"document.documentElement.dataset.shown && {Frame}.querySelector('h1')");
        return page;
    }

    private static Task<string> ColourAsync(TestPage page) =>
        page.ValueAsync<string>(
            $"document.getElementById('frame').contentWindow.getComputedStyle({Frame}.querySelector('h1')).color");

    private static Task<string> TipAsync(TestPage page) =>
        page.ValueAsync<string>(
            "[...document.querySelectorAll('#tip small, #tip span, #tip b')].map(e => e.textContent).join(' ')");
}
