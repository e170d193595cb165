using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Printing;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Documents;

/// <summary>Charts of a district total: off by default, drawn from its figures, with an equivalent text.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ChartTests
{
    private static readonly Lazy<TemplateLibrary> s_templates = new(() => Rendered.Load(
        Path.Combine(RepositoryFiles.Root, "templates", "annual-disclosure", "2021"),
        new Dictionary<string, string> { ["html"] = "report.sbn-html", ["md"] = "report.sbn-md" }));

    [TestCase(null, null, 0)]
    [TestCase("无", null, 0)]
    [TestCase("有", null, 4)]
    [TestCase(null, "on", 4)]
    [TestCase("无", "on", 4)]
    [TestCase("有", "off", 0)]
    public void Charts_are_shown_if_the_cover_or_the_setting_enables_them(string? cover, string? setting, int expected)
    {
        var documents = Render(Whole(cover, bodies: 3), setting);
        Assert.That(Page(documents).QuerySelectorAll("figure svg"), Has.Length.EqualTo(expected));
        Assert.That(documents.Markdown.Split("**图").Length - 1, Is.EqualTo(expected));
    }

    [Test]
    public void A_chart_without_figures_is_omitted()
    {
        var documents = Render(Whole("有", bodies: 0) with { Previous = [] }, null);
        Assert.That(Page(documents).QuerySelectorAll("figure"), Is.Empty);
    }

    [Test]
    public void The_text_alternative_and_the_table_have_the_figures_of_the_picture()
    {
        var documents = Render(Whole("有", bodies: 3), null);
        var svg = Page(documents).QuerySelectorAll("figure svg")[^1];
        Assert.That(svg.GetAttribute("role"), Is.EqualTo("img"));
        Assert.That(svg.GetAttribute("aria-label"), Is.EqualTo("图4　各单位新收政府信息公开申请数量。第3局：18件；第2局：12件；第1局：6件。"));
        Assert.That(svg.QuerySelectorAll("text").Select(t => t.TextContent),
            Is.EqualTo(new[] { "第3局", "18", "第2局", "12", "第1局", "6" }));
        Assert.That(documents.Markdown, Does.Contain("| 第3局 | 18 |\n| 第2局 | 12 |\n| 第1局 | 6 |"));
    }

    [Test]
    public void Of_many_bodies_the_first_twenty_have_bars_and_the_others_are_counted()
    {
        var documents = Render(Whole("有", bodies: 50), null);
        var figure = Page(documents).QuerySelectorAll("figure")[^1];
        var told = $"列出最多的20个单位，其余30个单位共{6 * 30 * 31 / 2}件";
        Assert.That(figure.QuerySelectorAll("rect"), Has.Length.EqualTo(20));
        Assert.That(figure.QuerySelector("figcaption")!.TextContent, Does.EndWith(told));
        Assert.That(figure.QuerySelector("svg")!.GetAttribute("aria-label"), Does.EndWith(told + "。"));
        Assert.That(documents.Markdown, Does.Contain(told));
    }

    [Test]
    public void Bars_and_lines_stay_within_the_picture()
    {
        foreach (var svg in Page(Render(Whole("有", bodies: 30), null)).QuerySelectorAll("figure svg"))
        {
            var box = svg.GetAttribute("viewBox")!.Split(' ').Select(Number).ToArray();
            foreach (var bar in svg.QuerySelectorAll("rect"))
            {
                Assert.That(Number(bar.GetAttribute("x")!) + Number(bar.GetAttribute("width")!), Is.InRange(0, box[2]),
                    bar.OuterHtml);
                Assert.That(Number(bar.GetAttribute("y")!) + Number(bar.GetAttribute("height")!), Is.InRange(0, box[3]),
                    bar.OuterHtml);
            }

            foreach (var text in svg.QuerySelectorAll("text"))
                Assert.That(Number(text.GetAttribute("y")!), Is.InRange(8, box[3]), text.OuterHtml);
        }
    }

    [Test]
    public void A_hostile_name_is_text_in_the_picture_and_in_its_alternative()
    {
        var report = Whole("有", bodies: 1);
        var hostile = report with { Bodies = [report.Bodies[0] with { Body = "\"><script>alert(1)</script>" }] };
        var page = Page(Render(hostile, null));
        Assert.That(page.QuerySelectorAll("script"), Is.Empty);
        Assert.That(page.QuerySelectorAll("figure svg")[^1].GetAttribute("aria-label"),
            Does.Contain("\"><script>alert(1)</script>：6件"));
    }

    [Test]
    public void Zeros_are_drawn_too()
    {
        var zero = Whole("有", bodies: 0);
        var svg = Page(Render(zero with { Previous = Zeros(zero.Tables), Tables = Zeros(zero.Tables) }, null))
            .QuerySelectorAll("figure svg");
        Assert.That(svg, Has.Length.EqualTo(3));
        Assert.That(svg.SelectMany(s => s.QuerySelectorAll("rect")).Select(r => r.GetAttribute("width")), Has.Some.EqualTo("0"));
    }

    [Test]
    public void In_the_preview_the_figures_of_a_chart_have_their_cells_and_the_chart_is_intact()
    {
        var report = Whole("有", bodies: 3);
        var published = Page(RenderWith(RenderOptions.Published, report)).QuerySelectorAll("figure");
        var previewed = Page(RenderWith(RenderOptions.Preview, report)).QuerySelectorAll("figure");
        Assert.That(previewed.Select(f => f.QuerySelectorAll("svg *").Count(e => e.LocalName != "tspan")),
            Is.EqualTo(published.Select(f => f.QuerySelectorAll("svg *").Length)));
        Assert.That(previewed.Select(f => f.TextContent), Is.EqualTo(published.Select(f => f.TextContent)));
        Assert.That(previewed.SelectMany(f => f.QuerySelectorAll("svg text > [data-cell]"))
            .Select(e => e.GetAttribute("data-cell")), Has.Some.StartsWith("上年数据!"));
    }

    [Test]
    [Category("Browser")]
    public async Task In_print_a_chart_is_a_figure_with_alternative_text()
    {
        await using var printer = Printers.Create();
        var printed = await printer.PrintAsync(Render(Whole("有", bodies: 3), null).Html);
        Assert.That(printed.Diagnostics, Is.Empty);
        var pdf = Encoding.Latin1.GetString(printed.Value!.Pdf);
        var alternative = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("图4　各单位新收政府信息公开申请数量。第3局：18件"));
        Assert.That(pdf, Does.Contain("FEFF" + alternative));
    }

    private static ImmutableArray<Table> Zeros(ImmutableArray<Table> tables) =>
        [.. tables.Select(t => new Table { Form = t.Form, Cells = [.. t.Cells.Select(c => c with { Number = 0 })] })];

    private static RenderedDocuments Render(Report report, string? setting)
    {
        var settings = ImmutableDictionary<string, string>.Empty;
        return RenderWith(new RenderOptions { Settings = setting is null ? settings : settings.Add("charts", setting) }, report);
    }

    private static RenderedDocuments RenderWith(RenderOptions options, Report report)
    {
        var outcome = Rendered.From(report, s_templates.Value, options);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    private static IDocument Page(RenderedDocuments documents) => new HtmlParser().ParseDocument(documents.Html.Html);

    /// <summary>
    /// A district total whose bodies have 6, 12, 18 … new applications, one from each sort of applicant and so on.
    /// </summary>
    private static Report Whole(string? charts, int bodies)
    {
        var kind = Forms.Form2021;
        var values = Forms.Zeros(kind) with { Figures = Forms.Figures(kind, i => i), Previous = Forms.Figures(kind, i => i + 2) };
        if (charts is not null) values = values with { Fields = values.Fields.SetItem("charts", charts) };
        var report = Forms.Read(StandardWorkbookWriter.Write(kind, values)).Value!;
        return report with
            { Bodies = [.. Enumerable.Range(1, bodies).Select(n => new BodyFigures($"第{n}局", Times(report.Tables, n)))] };
    }

    private static ImmutableArray<Table> Times(ImmutableArray<Table> tables, int number) =>
        [.. tables.Select(t => new Table
            { Form = t.Form, Cells = [.. t.Cells.Select(c => c with { Number = c.Column.Id == "T" ? 6 * number : number })] })];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
