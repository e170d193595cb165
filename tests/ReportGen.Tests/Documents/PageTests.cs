using AngleSharp.Dom;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

public class PageTests
{
    [Test]
    public void Markdown_is_rendered_only_if_it_is_requested()
    {
        var report = SampleReport.Of("正文");
        var both = Rendered.Of(report, RenderOptions.Published);
        var page = Rendered.Of(report, RenderOptions.Published with { WithMarkdown = false });

        Assert.That(both.Markdown, Does.Contain("正文"));
        Assert.That((page.Markdown, page.Html.Html), Is.EqualTo(("", both.Html.Html)));
    }

    [Test]
    public void A_published_page_is_self_contained_and_has_no_reference_to_the_workbook()
    {
        var html = Rendered.Of(SampleReport.Of("共{{ 表一.图书.总计 }}册"), RenderOptions.Published).Html.Html;

        Assert.That(html, Does.StartWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
        Assert.That(html, Does.Contain("<meta name=\"generator\" content=\"ReportGen "));
        Assert.That(html,
            Does.Not.Contain("data-cell").And.Not.Contain("<script").And.Not.Contain("url(").And.Not.Contain("@import"));
        Assert.That(html, Does.Not.Contain("loans.xlsx"));
    }

    [TestCase("见www.example.gov.cn/a。", "见<span class=\"long-word\">www.<wbr>example.<wbr>gov.<wbr>cn/<wbr>a</span>。")]
    [TestCase("见example.cn?a=1&b=2。", "见<span class=\"long-word\">example.<wbr>cn?<wbr>a=<wbr>1&amp;<wbr>b=<wbr>2</span>。")]
    [TestCase("电话0527-84389700。", "电话<span class=\"long-word\">0527-84389700</span>。")]
    [TestCase("电话84389700。", "电话84389700。")]
    [TestCase("叫做\"12\"的", "叫做\"12\"的")]
    public void Long_words_are_marked_and_break_after_their_signs(string text, string html) =>
        Assert.That(Rendered.Page(Rendered.Body(text)).QuerySelector("p")!.InnerHtml, Is.EqualTo(html));

    [Test]
    public void Heading_levels_have_no_gaps()
    {
        var page = Rendered.Page(
            SampleReport.Block("subheading", "1.小"), SampleReport.Block("heading", "（一）大"),
            SampleReport.Block("subheading", "1.小"));

        var levels = page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToArray();
        Assert.That(levels, Is.EqualTo(new[] { 1, 2, 3, 3, 4, 2 }));
    }

    [Test]
    public void The_title_breaks_after_the_body_only()
    {
        var page = Rendered.Page(SampleReport.Of("文"), RenderOptions.Published);

        Assert.That(page.QuerySelectorAll("h1 .whole").Select(e => e.TextContent), Is.EqualTo(new[] { "市<b>图书馆", "2025年报告" }));
        Assert.That(page.Title, Is.EqualTo("市<b>图书馆2025年报告"));
    }

    [Test]
    public void A_preamble_precedes_the_first_heading()
    {
        var page = Rendered.Page(SampleReport.Block("preamble", "引言"), Rendered.Body("正文"));

        Assert.That(page.QuerySelector("main > p")!.NextElementSibling!.QuerySelector("h2")!.TextContent, Is.EqualTo("一、概况"));
        Assert.That(page.QuerySelectorAll("section p").Select(p => p.TextContent), Is.EqualTo(new[] { "正文" }));
    }

    [TestCase("甲\n乙", 2)]
    [TestCase("甲\r\n\r\n乙", 2)]
    [TestCase("　　甲\n　　乙\n", 2)]
    [TestCase("    甲", 1)]
    public void A_line_of_a_cell_is_a_paragraph(string text, int paragraphs) =>
        Assert.That(Rendered.Page(Rendered.Body(text)).QuerySelectorAll("section p").Length, Is.EqualTo(paragraphs));

    [Test]
    public void Emphasis_beside_chinese_quotation_marks_is_emphasis()
    {
        var page = Rendered.Page(Rendered.Body("秉持**“优质公开”**理念，*着重*说明{{ 表一.图书.总计 }}册、**{{ 表一.影片.成人 }}**部"));

        Assert.That(page.QuerySelectorAll("strong").Select(e => e.TextContent), Is.EqualTo(new[] { "“优质公开”", "3" }));
        Assert.That(page.QuerySelector("em")!.TextContent, Is.EqualTo("着重"));
    }

    [Test]
    public void Lists_and_tables_within_a_cell_are_lists_and_tables()
    {
        var page = Rendered.Page(Rendered.Body("说明\n1. 甲\n2. 乙\n- 丙\n| 年 | 数 |\n|---|---|\n| 2025 | {{ 表一.图书.总计 }} |"));

        Assert.That(page.QuerySelectorAll("ol > li").Select(e => e.TextContent.Trim()), Is.EqualTo(new[] { "甲", "乙" }));
        Assert.That(page.QuerySelector("ul > li")!.TextContent.Trim(), Is.EqualTo("丙"));
        Assert.That(page.QuerySelectorAll("table.prose-table td").Select(e => e.TextContent),
            Is.EqualTo(new[] { "2025", "200" }));
        Assert.That(page.QuerySelectorAll("table.prose-table th").Select(e => e.GetAttribute("scope")), Is.All.EqualTo("col"));
    }

    [Test]
    public void A_table_has_the_spans_of_its_form()
    {
        var page = Rendered.Page(SampleReport.Of("文"), RenderOptions.Published);

        var spans = page.QuerySelectorAll("#loans tr").Select(r => string.Join(' ', r.Children.Select(Span))).ToArray();
        var expected = TableGrid.Of(SampleReport.Form)
            .Select(l => string.Join(' ', l.Cells.Select(c => $"{c.ColumnSpan}x{c.RowSpan}")));
        Assert.That(spans, Is.EqualTo(expected));
        Assert.That(page.QuerySelectorAll("#loans thead tr").Length, Is.EqualTo(2));
        Assert.That(page.QuerySelectorAll("#loans th").Select(e => e.GetAttribute("scope")), Is.All.Not.Null);
        Assert.That(page.QuerySelector("#loans caption")!.TextContent, Is.EqualTo("表一　借阅情况"));
    }

    [Test]
    public void Figures_are_printed_plainly()
    {
        var page = Rendered.Page(SampleReport.Of("文"), RenderOptions.Published);

        Assert.That(
            page.QuerySelectorAll("#loans td").Select(e => e.TextContent),
            Is.EqualTo(new[] { "120", "80", "200", "3", "4.5", "7.5", "123", "84.5", "207.5" }));
    }

    private static string Span(IElement cell) =>
        $"{cell.GetAttribute("colspan") ?? "1"}x{cell.GetAttribute("rowspan") ?? "1"}";
}
