using ReportGen.Bindings;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Bindings;

public class ProseBinderTests
{
    [TestCase("共{{ 表一.图书.总计 }}册", "共200册")]
    [TestCase("共{{loans.r1.T}}册", "共200册")]
    [TestCase("借出{{ 表一.借出.总计 }}件", "借出207.5件")]
    [TestCase("上年{{ 上年.表一.图书.总计 }}册", "上年150册")]
    [TestCase("{{ 封面.名称 }}（{{ 年份 }}年、{{ year }}年、{{ cover.year }}年）", "市<b>图书馆（2025年、2025年、2025年）")]
    [TestCase("合计{{ 表一.图书.总计 + 表一.影片.总计 }}件", "合计207.5件")]
    [TestCase("约{{ 表一.图书.总计 | figure.wan }}册", "约0.02万册")]
    [TestCase("{{ 表一.图书.成人 > 表一.图书.儿童 ? '多' : '少' }}", "多")]
    [TestCase("没有引用的 { 花括号 }", "没有引用的 { 花括号 }")]
    public void Expressions_become_their_values(string text, string expected)
    {
        var outcome = ProseBinder.Bind(SampleReport.Of(text));

        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(TextOf(outcome).Text, Is.EqualTo(expected));
    }

    [Test]
    public void A_figure_has_its_cell_and_its_place_in_both_texts()
    {
        const string Source = "共{{ 表一.图书.总计 }}册、{{ 表一.影片.成人 }}部。";

        var text = TextOf(ProseBinder.Bind(SampleReport.Of(Source)));

        Assert.That(text.Text, Is.EqualTo("共200册、3部。"));
        Assert.That(text.Figures.Select(f => text.Text.Substring(f.Span.Start, f.Span.Length)), Is.EqualTo(new[] { "200", "3" }));
        Assert.That(
            text.Figures.Select(f => Source.Substring(f.Source.Start, f.Source.Length)),
            Is.EqualTo(new[] { "{{ 表一.图书.总计 }}", "{{ 表一.影片.成人 }}" }));
        Assert.That(text.Figures.SelectMany(f => f.Cells).Select(c => c.Place), Is.EqualTo(new[] { "二、借阅!E2", "二、借阅!C3" }));
    }

    [TestCase("册、", "册、")]
    [TestCase("部。", "部。")]
    [TestCase("共200册", "共{{ 表一.图书.总计 -}} 册")]
    [TestCase("00册", "{{ 表一.图书.总计 -}} 册")]
    [TestCase("册、3", "册、{{ 表一.影片.成人 }}")]
    public void A_span_of_the_bound_text_maps_to_the_cell(string run, string expected)
    {
        const string Source = "共{{ 表一.图书.总计 -}} 册、{{ 表一.影片.成人 }}部。";
        var text = TextOf(ProseBinder.Bind(SampleReport.Of(Source)));

        var source = text.ToSource(new TextSpan(text.Text.IndexOf(run, StringComparison.Ordinal), run.Length));

        Assert.That(Source.Substring(source.Start, source.Length), Is.EqualTo(expected));
    }

    [Test]
    public void A_computed_figure_has_all_cells_that_it_read()
    {
        var text = TextOf(ProseBinder.Bind(SampleReport.Of("{{ 表一.图书.成人 + 表一.图书.儿童 }}，{{ 表一.借出.成人 }}")));

        Assert.That(text.Figures[0].Cells.Select(c => c.Address.ToString()), Is.EqualTo(new[] { "C2", "D2" }));
        Assert.That(text.Figures[1].Cells.Select(c => c.Address.ToString()), Is.EqualTo(new[] { "C2", "C3" }));
    }

    [TestCase("共{{ 表一.图书.总数 }}册", "prose.expression", "总数")]
    [TestCase("共{{ 表九.图书.总计 }}册", "prose.expression", "表九")]
    [TestCase("共{{ 表一.图书. }}册", "prose.expression", "")]
    [TestCase("共{{ 表一.图书", "prose.expression", "")]
    [TestCase("共{{ 表一.图书 }}册", "prose.not-a-figure", "表一.图书")]
    [TestCase("共{{ 表一 }}册", "prose.not-a-figure", "表一")]
    [TestCase("{{ while true }}x{{ end }}", "prose.statement", "while true")]
    [TestCase("{{ for i in 1..9 }}x{{ end }}", "prose.statement", "for i in 1..9")]
    [TestCase("{{ x = 1 }}", "prose.statement", "x = 1")]
    [TestCase("{{ func f }}{{ end }}", "prose.statement", "func f")]
    [TestCase("{{ include '/etc/passwd' }}", "prose.expression", "")]
    [TestCase("{{ 'x' | object.eval }}", "prose.expression", "eval")]
    [TestCase("{{ date.now }}", "prose.expression", "now")]
    [TestCase("{{ math.random 1 9 }}", "prose.expression", "random")]
    [TestCase("{{ 表一.图书.成人 / 0 }}", "prose.expression", "")]
    [TestCase("{{ (1..100000000) | array.size }}", "prose.statement", "1..100000000")]
    [TestCase("{{ null }}", "prose.no-figure", "null")]
    public void An_error_marks_its_characters_and_leaves_the_text_unchanged(string source, string id, string marked)
    {
        var outcome = ProseBinder.Bind(SampleReport.Of("前文", source));

        var finding = outcome.Diagnostics.First();
        var place = (CellLocation)finding.Location!;
        Assert.That(finding.Id, Is.EqualTo(id));
        Assert.That(finding.Severity, Is.EqualTo(Severity.Error));
        Assert.That(place.Address.ToString(), Is.EqualTo("B3"));
        Assert.That(source.Substring(place.Span!.Value.Start, place.Span.Value.Length), Does.Contain(marked));
        Assert.That(finding.Quotation!.Text.Substring(finding.Quotation.Mark.Start, finding.Quotation.Mark.Length),
            Does.Contain(marked));
        Assert.That(outcome.Value!.Sections[0].Blocks[1].Text.Text, Is.EqualTo(source));
    }

    [Test]
    public void A_reference_to_an_empty_cell_names_that_cell()
    {
        var report = SampleReport.Of([SampleReport.Block("body", "共{{ 表一.图书.成人 }}册")], books: null);

        var finding = ProseBinder.Bind(report).Diagnostics.Single();

        Assert.That(finding.Id, Is.EqualTo("prose.no-figure"));
        Assert.That(finding.Message.Chinese, Does.Contain("二、借阅!C2"));
        Assert.That(finding.Related.Single().ToString(), Is.EqualTo("loans.xlsx › 二、借阅!C2"));
    }

    [Test]
    public void An_endless_expression_ends()
    {
        var outcome = ProseBinder.Bind(SampleReport.Of("{{ (do; while true; end; ret 1; end) | array.size }}"));

        Assert.That(outcome.HasErrors);
    }

    [Test]
    public void A_row_without_a_column_lists_the_columns()
    {
        var finding = ProseBinder.Bind(SampleReport.Of("{{ 表一.图书 }}")).Diagnostics.Single();

        Assert.That(finding.Remedy!.Chinese, Does.Contain("成人、儿童、总计"));
    }

    private static BoundText TextOf(Outcome<BoundReport> outcome) => outcome.Value!.Sections[0].Blocks[0].Text;
}
