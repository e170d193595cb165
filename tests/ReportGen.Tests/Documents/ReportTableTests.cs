using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Documents;
using ReportGen.Documents.Views;
using ReportGen.Model;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Bindings;
using ReportGen.Tests.Workbooks;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Documents;

/// <summary>The tables of the annual report, as browsers, screen readers and printers see them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReportTableTests
{
    private static readonly Lazy<TemplateLibrary> s_templates = new(() => Rendered.Load(
        Path.Combine(RepositoryFiles.Root, "templates", "annual-disclosure", "2021"),
        new Dictionary<string, string> { ["html"] = "report.sbn-html", ["md"] = "report.sbn-md" }));

    [Test]
    public void A_figure_has_the_labels_of_its_row_and_column_as_headers_and_no_others()
    {
        var report = Annual(_ => 0);
        var page = Page(report, RenderOptions.Published);
        foreach (var table in report.Tables)
        {
            var figures = page.QuerySelectorAll($"#{table.Form.Id} td").ToList();
            var expected = table.Form.Parts.SelectMany(part =>
                from row in part.Rows
                from column in part.Columns
                select new[] { part.Caption ?? "" }.Concat(row.Labels).Concat(column.Labels).Where(l => l.Length > 0).Order())
                .ToList();
            Assert.That(figures, Has.Count.EqualTo(expected.Count));
            for (var i = 0; i < figures.Count; i++)
                Assert.That(HeaderCells.Of(figures[i]).Order(), Is.EqualTo(expected[i]), $"{table.Form.Name}, figure {i + 1}");
        }
    }

    [Test]
    public void Without_headers_a_figure_would_have_those_of_other_groups()
    {
        var page = Page(Annual(_ => 0), RenderOptions.Published);
        var figure = page.QuerySelectorAll("#t3 td")[^1];
        figure.RemoveAttribute("headers");

        Assert.That(HeaderCells.Of(figure), Has.Member("三、本年度办理结果"), "scope alone does not suffice");
    }

    [Test]
    public void A_label_beside_others_is_broken_after_its_number_or_in_the_middle()
    {
        var page = Page(Annual(_ => 0), RenderOptions.Published);
        Assert.That(page.QuerySelectorAll("#t3 th.side").Select(h => (h.TextContent, h.GetAttribute("style"), h.ClassName)),
            Is.EqualTo(new[]
            {
                ("三、本年度办理结果", "min-width: 5.7em", "row side"),
                ("（三）不予公开", "min-width: 4.7em", "row second side phrase"),
                ("（四）无法提供", "min-width: 4.7em", "row second side phrase"),
                ("（五）不予处理", "min-width: 4.7em", "row second side phrase"),
                ("（六）其他处理", "min-width: 4.7em", "row second side phrase"),
            }));
    }

    [TestCase("t3", 1, null, false)]
    [TestCase("t3", 999_999, null, false)]
    [TestCase("t3", 99_999_999, "0.", false)]
    [TestCase("t3", 9_999_999_999_999, null, true)]
    [TestCase("t4", 9_999, null, false)]
    [TestCase("t4", 999_999, "0.", false)]
    public void Long_figures_are_printed_smaller_and_wrap_only_if_they_would_be_too_small(
        string table, long figure, string? size, bool isCrowded)
    {
        var element = Page(Annual(_ => figure / 9), RenderOptions.Published).QuerySelector($"#{table}")!;
        var style = element.GetAttribute("style");

        Assert.That(style, size is null ? Is.Null : Does.StartWith("--type-size: " + size));
        Assert.That(element.ClassList.Contains("crowded"), Is.EqualTo(isCrowded));
    }

    [Test]
    public void A_page_break_leaves_three_lines_of_a_group_on_each_side()
    {
        var layout = TableLayout.Of(Forms.Form2021.Tables.Single(t => t.Form.Id == "t3").Form);
        var body = layout.Lines.Index().Where(l => !l.Item.IsHeader).ToList();
        var breaks = body.Where(l => l.Index < layout.Lines.Length - 1 && !layout.Keep[l.Index])
            .Select(l => l.Index + 1).ToList();
        foreach (var (start, line) in body)
        {
            foreach (var cell in line.Cells.Where(c => c.RowSpan > 1))
            {
                var inside = breaks.Where(b => b > start && b < start + cell.RowSpan).ToList();
                if (cell.RowSpan <= 5) Assert.That(inside, Is.Empty, cell.Text);
                else Assert.That(inside, Is.Not.Empty.And.All.InRange(start + 3, start + cell.RowSpan - 3), cell.Text);
            }
        }

        Assert.That(breaks, Is.All.InRange(body[0].Index + 3, layout.Lines.Length - 3));
    }

    [Test]
    public void The_title_of_a_table_is_shown_where_a_section_has_two()
    {
        var one = Rendered.Page(SampleReport.Of("文"), RenderOptions.Published);
        var report = SampleReport.Of("文");
        var second = Table.Empty(SampleReport.Form with { Id = "second", Name = "表二" });
        var two = Rendered.Page(
            report with
            {
                Tables = [.. report.Tables, second],
                Sections = [.. report.Sections.Select(
                    s => s.TableIds.IsEmpty ? s : s with { TableIds = [.. s.TableIds, "second"] })],
            },
            RenderOptions.Published);

        Assert.That(one.QuerySelectorAll("table.titled"), Is.Empty);
        Assert.That(two.QuerySelectorAll("table.titled caption").Select(c => c.TextContent),
            Is.EqualTo(new[] { "表一　借阅情况", "表二　借阅情况" }));
    }

    [Test]
    public void For_a_portal_every_cell_has_its_border_and_nothing_needs_a_class_or_an_id()
    {
        var report = Annual(i => i);
        var portal = Render(report, RenderOptions.Published with { ForPortal = true }).Portal!;
        var part = new HtmlParser().ParseDocument(portal);

        Assert.That(portal, Does.StartWith("<meta charset=\"utf-8\">").And.Not.Contain("<style").And.Not.Contain("<html"));
        foreach (var name in new[] { "class", "id", "headers", "role", "tabindex", "aria-labelledby", "aria-label" })
            Assert.That(part.QuerySelectorAll($"body [{name}]"), Is.Empty, name);
        Assert.That(part.QuerySelectorAll("td, th").Select(c => c.GetAttribute("style")),
            Is.All.Contains("border: 1px solid").And.All.Contains("padding:").And.All.Contains("text-align:"));
        Assert.That(part.QuerySelectorAll("td").Select(c => c.TextContent),
            Is.EqualTo(Page(report, RenderOptions.Published).QuerySelectorAll("td").Select(c => c.TextContent)));
        Assert.That(part.QuerySelectorAll("h2").Length, Is.EqualTo(6));
    }

    [Test]
    public void A_table_in_prose_has_borders_for_a_portal_too()
    {
        var options = RenderOptions.Published with { ForPortal = true };
        var part = new HtmlParser().ParseDocument(
            Rendered.Of(SampleReport.Of([Rendered.Body("| 年 | 数 |\n|---|---|\n| 2025 | 3 |")]), options).Portal!);

        Assert.That(part.QuerySelectorAll("td, th").Select(c => c.GetAttribute("style")), Is.All.Contains("border: 1px solid"));
        Assert.That(part.QuerySelectorAll("[class]"), Is.Empty);
    }

    private static Report Annual(Func<int, decimal> value)
    {
        var kind = Forms.Form2021;
        return Forms.Read(StandardWorkbookWriter.Write(kind, Forms.Zeros(kind) with { Figures = Forms.Figures(kind, value) }))
            .Value!;
    }

    private static RenderedDocuments Render(Report report, RenderOptions options)
    {
        var outcome = Rendered.From(report, s_templates.Value, options);
        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        return outcome.Value!;
    }

    private static IDocument Page(Report report, RenderOptions options) =>
        new HtmlParser().ParseDocument(Render(report, options).Html.Html);
}
