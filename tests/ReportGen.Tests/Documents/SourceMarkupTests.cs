using ReportGen.Bindings;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

public class SourceMarkupTests
{
    [Test]
    public void Every_figure_of_a_table_has_its_cell()
    {
        var report = SampleReport.Of("文");

        var page = Rendered.Page(report, RenderOptions.Preview);

        var expected = report.Tables[0].Cells.Select(c => (c.Location!.Place, c.Number?.ToString("0.##")));
        Assert.That(page.QuerySelectorAll("#loans td").Select(e => (e.GetAttribute("data-cell"), e.TextContent)),
            Is.EqualTo(expected));
    }

    [Test]
    public void Every_block_has_its_cell()
    {
        string[] levels = ["preamble", "heading", "subheading", "body", "list"];
        var report = SampleReport.Of([.. levels.Select((level, i) => SampleReport.Block(level, "文", i))]);

        var page = Rendered.Page(report, RenderOptions.Preview);

        foreach (var block in report.Sections[0].Blocks)
            Assert.That(page.QuerySelectorAll($"[data-cell='{block.Location!.Place}']").Single().TextContent, Is.EqualTo("文"));
    }

    [Test]
    public void A_bound_figure_in_prose_has_its_cells()
    {
        var page = Rendered.Page(SampleReport.Of("共{{ 表一.图书.总计 }}册，借出{{ 表一.借出.成人 }}件"), RenderOptions.Preview);

        Assert.That(
            page.QuerySelectorAll("p tspan[data-cell]").Select(e => (e.GetAttribute("data-cell"), e.TextContent)),
            Is.EqualTo(new[] { ("二、借阅!E2", "200"), ("二、借阅!C2/二、借阅!C3", "123") }));
    }

    [Test]
    public void A_sheet_name_is_text_in_the_attribute()
    {
        var block = SampleReport.Block("body", "文");
        block = block with { Location = block.Location! with { Sheet = "\"><script>" } };

        var page = Rendered.Page(SampleReport.Of([block]), RenderOptions.Preview);

        Assert.That(page.QuerySelector("section p")!.GetAttribute("data-cell"), Is.EqualTo("\"><script>!B2"));
        Assert.That(page.QuerySelectorAll("script"), Is.Empty);
    }
}
