using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Documents.Reviews;
using ReportGen.Tests.Cli.Preview;
using ReportGen.Tests.Documents;
using ReportGen.Tests.Documents.Reviews;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Web;

/// <summary>Reports and review pages in a browser: for everyone, and on every screen.</summary>
[Category("Browser")]
public sealed class WebPageTests
{
    private static readonly int[] s_widths = [320, 360, 390, 480, 600, 641, 660, 768, 769, 900, 1024, 1280, 1920];

    private readonly Dictionary<string, string> _files = [];
    private TemporaryFolder _folder = null!;
    private TestBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task WritePages()
    {
        var browser = await TestBrowser.StartAsync(Printing.Printers.Fonts);
        if (browser is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        _browser = browser!;
        _folder = new TemporaryFolder();
        var charts = RenderOptions.Published with { Settings = ImmutableDictionary<string, string>.Empty.Add("charts", "on") };
        foreach (var (source, number) in ExampleFiles.Publishable().Select((s, i) => (s, i)))
        {
            var (report, kind) = ExampleFiles.Report(source);
            Write($"report-{number}", Rendered.From(report, ExampleFiles.Templates(kind), charts).Value!.Html.Html);
        }

        Diagnostic[] found =
        [
            SampleReview.Finding("workbook.empty-cell", Severity.Error), SampleReview.Finding("T3-02", Severity.Warning),
            SampleReview.Quoting("新收政府信息公开申请46件", 2, 4),
        ];
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            var review = SampleReview.Of([.. found]) with { Language = language };
            Write($"review-{language}", ReviewRendererTests.Render(review).Html);
        }
    }

    [OneTimeTearDown]
    public async Task End()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _folder?.Dispose();
    }

    [Test]
    public async Task Axe_finds_nothing([Values(1280, 390)] int width, [Values] bool dark)
    {
        foreach (var (name, file) in _files.Where(f => f.Key is "report-0" or "report-7" || f.Key.StartsWith("review")))
        {
            await using var page = await OpenAsync(file, width, dark);
            Assert.That(await WebTools.AxeAsync(page), Is.Empty, name);
        }
    }

    [Test]
    public async Task Axe_finds_a_fault()
    {
        Write("fault", "<!DOCTYPE html><html><head><title>t</title></head><body><img src='data:,'></body></html>");
        await using var page = await OpenAsync(_files["fault"], 1280, dark: false);
        _files.Remove("fault");
        Assert.That((await WebTools.AxeAsync(page)).Select(f => f.Split(':')[0]),
            Is.SupersetOf(new[] { "html-has-lang", "image-alt" }));
    }

    [Test]
    public void The_HTML_checker_finds_nothing() => Assert.That(WebTools.Html(_files.Values), Is.Empty);

    [Test]
    public void The_HTML_checker_finds_a_fault()
    {
        var file = _folder.Combine("fault.html");
        File.WriteAllText(file, "<!DOCTYPE html><html lang=\"zh\"><head><title>t</title></head><body><p><div></p></body></html>");
        Assert.That(WebTools.Html(file), Does.Contain("fault.html:1:").And.Contain("close-order"));
    }

    [Test]
    public async Task Nothing_is_wider_than_the_screen()
    {
        foreach (var (name, file) in _files)
        {
            await using var page = await OpenAsync(file, s_widths[0], dark: false);
            foreach (var width in s_widths)
            {
                await page.ResizeAsync(width);
                Assert.That(await page.ValueAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width),
                    $"{name}, {width} px");
            }
        }
    }

    [Test]
    public async Task On_a_desktop_a_table_is_shown_whole()
    {
        foreach (var (name, file) in _files.Where(f => f.Key.StartsWith("report")))
        {
            await using var page = await OpenAsync(file, 1024, dark: false);
            Assert.That(
                await page.ValueAsync<bool>(
                    "[...document.querySelectorAll('.table-frame')].every(f => f.scrollWidth <= f.clientWidth)"), Is.True, name);
        }
    }

    [Test]
    public async Task On_a_phone_figures_are_seen_at_once_and_labels_stay_while_they_scroll()
    {
        await using var page = await OpenAsync(_files["report-7"], 390, dark: false);
        const string label = "document.querySelector('#t3 tbody th.third').getBoundingClientRect()";
        var before = await page.ValueAsync<double[]>($"[{label}.left, {label}.right]");
        Assert.That(
            await page.ValueAsync<int>("""
                [...document.querySelector('#t3 tbody tr').cells].filter(c => c.localName === 'td'
                  && c.getBoundingClientRect().right <= document.documentElement.clientWidth).length
                """), Is.GreaterThanOrEqualTo(3));
        await page.ValueAsync<int>("document.querySelector('.table-frame:has(#t3)').scrollLeft = 10000");
        Assert.That(await page.ValueAsync<double[]>($"[{label}.left, {label}.right]"), Is.EqualTo(before).Within(0.6));
        Assert.That(
            await page.ValueAsync<double>("document.querySelector('#t3 tbody tr td:last-child').getBoundingClientRect().right"),
            Is.LessThanOrEqualTo(390));
    }

    [Test]
    public async Task On_a_phone_the_text_of_a_chart_has_9_pixels()
    {
        await using var page = await OpenAsync(_files["report-7"], 320, dark: false);
        Assert.That(
            await page.ValueAsync<double[]>("""
                [...document.querySelectorAll('figure svg')].map(s =>
                  parseFloat(getComputedStyle(s).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width)
                """), Is.Not.Empty.And.All.GreaterThanOrEqualTo(9));
    }

    [Test]
    public async Task On_a_phone_the_heads_of_the_findings_are_still_read_aloud()
    {
        await using var page = await OpenAsync(_files["review-Chinese"], 390, dark: false);
        Assert.That(
            await page.ValueAsync<string>("getComputedStyle(document.querySelector('.findings thead')).display"),
            Is.Not.EqualTo("none"));
        Assert.That(
            await page.ValueAsync<double>("document.querySelector('.findings thead').getBoundingClientRect().width"),
            Is.LessThan(2));
    }

    [Test]
    public void Chinese_text_on_an_English_page_is_marked() =>
        Assert.That(UnmarkedChinese.In(File.ReadAllText(_files["review-English"])), Is.Empty);

    private void Write(string name, string html)
    {
        _files[name] = _folder.Combine(name + ".html");
        File.WriteAllText(_files[name], html);
    }

    private async Task<TestPage> OpenAsync(string file, int width, bool dark)
    {
        var page = await _browser.OpenAsync(new Uri(file).AbsoluteUri, width, dark: dark);
        await page.UntilAsync("document.readyState === 'complete' && location.protocol === 'file:'");
        return page;
    }
}
