using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Documents;
using ReportGen.Tests.Documents;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Web;

/// <summary>What we write as Markdown, read by a program that shares no code with ours.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MarkdownReaderTests
{
    [TestCase("见（https://www.example.gov.cn）。", "https://www.example.gov.cn")]
    [TestCase("网址：https://example.gov.cn/a?b=1&c=%E4%B8%AD，电话", "https://example.gov.cn/a?b=1&c=%E4%B8%AD")]
    [TestCase("(https://example.gov.cn/x).", "https://example.gov.cn/x")]
    [TestCase("https://example.gov.cn/a_b*c~d", "https://example.gov.cn/a_b*c~d")]
    public void A_bare_address_ends_where_it_ends(string text, string address)
    {
        var page = Read(Rendered.Markdown(Rendered.Body(text)));
        Assert.That(page.QuerySelectorAll("a").Select(a => (a.GetAttribute("href"), a.TextContent)),
            Is.EqualTo(new[] { (address, address) }));
        Assert.That(page.QuerySelectorAll("p")[^1].TextContent, Is.EqualTo(text));
    }

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Publishable))]
    public void A_report_has_the_figures_and_headings_of_its_page(string source)
    {
        var (report, kind) = ExampleFiles.Report(source);
        var documents = Rendered.From(report, ExampleFiles.Templates(kind), RenderOptions.Published).Value!;
        var (read, page) = (Read(documents.Markdown), new HtmlParser().ParseDocument(documents.Html.Html));

        Assert.That(Texts(read, "h1, h2, h3, h4"), Is.EqualTo(Texts(page, "h1, h2, h3, h4")));
        // A chart is a table below its title.
        var figures = read.QuerySelectorAll("table")
            .Where(t => t.PreviousElementSibling!.TextContent[0] != '图')
            .SelectMany(t => t.QuerySelectorAll("td:not(:first-child)"));
        Assert.That(figures.Select(c => c.TextContent),
            Is.EqualTo(page.QuerySelectorAll("table.figures td").Select(c => c.TextContent)));
        Assert.That(Texts(read, "th").Where(t => t.Contains("自然人")), Is.EqualTo(new[] { "申请人情况 / 自然人" }));
        Assert.That(string.Concat(Texts(read, "p, li")), Does.Contain(page.QuerySelector("main > p")!.TextContent));
    }

    private static IEnumerable<string> Texts(IDocument page, string selector) =>
        page.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());

    private static IDocument Read(string markdown) => new HtmlParser().ParseDocument(WebTools.FromMarkdown(markdown));
}
