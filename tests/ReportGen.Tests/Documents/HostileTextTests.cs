using AngleSharp.Dom;
using ReportGen.Documents;
using ReportGen.Documents.Prose;
using ReportGen.Tests.Bindings;

namespace ReportGen.Tests.Documents;

/// <summary>All content of a workbook is shown as text; none becomes code, markup or an active address.</summary>
public class HostileTextTests
{
    private static readonly string[] s_texts =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</p></section></style><script>1</script>",
        "<!-- -->&lt;script&gt;&#60;b&#62;",
        "[[a]](<b>) `<i>` ~~x~~ \\<u\\>",
        "\uFDD0\uFDE0\uFDD1 \uFDD0\uFDE9\uFDE9\uFDD1",
    ];

    [Test]
    public void Text_stays_text_in_every_place([ValueSource(nameof(s_texts))] string text)
    {
        string[] levels = ["preamble", "heading", "subheading", "body", "list", "unheard-of"];
        var report = SampleReport.Of([.. levels.Select((level, i) => SampleReport.Block(level, text, i))]) with
        {
            Title = text,
            Body = text,
        };

        var page = Rendered.Page(report, RenderOptions.Preview);

        Assert.That(page.QuerySelectorAll("script, img, svg, iframe, object, link, b, i, u").Select(e => e.OuterHtml), Is.Empty);
        Assert.That(page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)),
            Is.Empty);
        Assert.That(page.All.Select(e => e.LocalName), Is.SupersetOf(new[] { "h1", "h2", "h3", "p", "ul", "table" }));
    }

    [TestCase(@"\| 甲", @"| \| 甲 | 乙 |")]
    [TestCase(@"**\|甲**", @"| **\|甲** | 乙 |")]
    [TestCase(@"甲 \| 丙", @"| 甲 \| 丙 | 乙 |")]
    [TestCase(@"\\\|甲", @"| \\\|甲 | 乙 |")]
    public void A_pipe_in_a_cell_is_escaped_once(string cell, string line) =>
        Assert.That(Rendered.Markdown(Rendered.Body($"| {cell} | 乙 |\n| --- | --- |\n| 1 | 2 |")), Does.Contain($"\n{line}\n"));

    [TestCase("[链接](javascript:alert(1))")]
    [TestCase("[链接](JaVaScRiPt:alert(1))")]
    [TestCase("[链接](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("[链接](file:///etc/passwd)")]
    [TestCase("[链接](//example.com/x)")]
    [TestCase("[链接](vbscript:x)")]
    [TestCase("![链接](https://example.com/track.png)")]
    public void An_active_address_is_removed_and_its_text_stays(string text)
    {
        var page = Rendered.Page(Rendered.Body(text));

        Assert.That(page.QuerySelectorAll("a, img"), Is.Empty);
        Assert.That(page.QuerySelector("p")!.TextContent, Is.EqualTo("链接"));
        Assert.That(Rendered.Markdown(Rendered.Body(text)), Does.Contain("\n链接\n"));
    }

    [TestCase("[链接](https://example.gov.cn/a?b=1&c=2)", "https://example.gov.cn/a?b=1&c=2")]
    [TestCase("[链接](mailto:xxgk@example.gov.cn)", "mailto:xxgk@example.gov.cn")]
    public void An_ordinary_address_is_a_link(string text, string address)
    {
        Assert.That(Rendered.Page(Rendered.Body(text)).QuerySelector("a")!.GetAttribute("href"), Is.EqualTo(address));
        Assert.That(Rendered.Markdown(Rendered.Body(text)), Does.Contain($"[链接](<{address}>)"));
    }

    [TestCase("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>")]
    [TestCase("# 不是标题", "\\# 不是标题")]
    [TestCase("`rm -rf`", "\\`rm -rf\\`")]
    [TestCase("> 引用", "\\> 引用")]
    [TestCase("5 * 3 = 15", "5 \\* 3 = 15")]
    [TestCase("2023. 年", "2023. 年")]
    [TestCase("费用 $5$ 与 $$x$$", @"费用 \$5\$ 与 \$\$x\$\$")]
    [TestCase("a & b &copy; ~c~ [e] \\f", @"a \& b © \~c\~ \[e\] \\f")]
    public void No_Markdown_dialect_finds_markup_that_the_author_did_not_write(string text, string expected) =>
        Assert.That(Rendered.Markdown(Rendered.Body(text)), Does.Contain($"\n{expected}\n"));

    [TestCase("\\")]
    [TestCase("`")]
    [TestCase("*")]
    [TestCase("_")]
    [TestCase("[")]
    [TestCase("]")]
    [TestCase("<")]
    [TestCase(">")]
    [TestCase("~")]
    [TestCase("&")]
    [TestCase("$")]
    public void Each_character_that_means_something_within_a_line_is_escaped(string character) =>
        Assert.That(ProseMarkdown.Escape($"a{character}b", isFirst: false), Is.EqualTo($"a\\{character}b"));

    [TestCase("#", "\\#")]
    [TestCase("-", "\\-")]
    [TestCase("+", "\\+")]
    [TestCase("=", "\\=")]
    [TestCase("|", "\\|")]
    [TestCase(":", "\\:")]
    [TestCase("1.", "1\\.")]
    [TestCase("123456789)", "123456789\\)")]
    [TestCase("1234567890.", "1234567890.")]
    [TestCase(".", ".")]
    [TestCase("1", "1")]
    [TestCase("", "")]
    public void What_begins_a_heading_list_or_table_is_escaped_at_the_beginning_of_a_line_only(string text, string first)
    {
        Assert.That(ProseMarkdown.Escape(text, isFirst: true), Is.EqualTo(first));
        Assert.That(ProseMarkdown.Escape(text, isFirst: false), Is.EqualTo(text));
    }

    [TestCase("https://example.gov.cn/$1?a=$0&b", "https://example.gov.cn/$1?a=$0&b")]
    [TestCase("$0 $1 $& $$ ${a}", "$0 $1 $& $$ ${a}")]
    public void A_dollar_sign_is_text_on_the_page(string text, string expected) =>
        Assert.That(Rendered.Page(Rendered.Body(text)).QuerySelector("p")!.TextContent, Is.EqualTo(expected));

    [Test]
    public void A_dollar_sign_in_a_cell_of_a_table_is_text_in_markdown() =>
        Assert.That(Rendered.Markdown(Rendered.Body("| $1 \\| $0 | 乙 |\n| --- | --- |\n| 1 | 2 |")),
            Does.Contain("\n| \\$1 \\| \\$0 | 乙 |\n"));

    [Test]
    public void A_statement_in_prose_is_a_finding_and_is_shown_unchanged()
    {
        var outcome = Rendered.From(SampleReport.Of("{{ while true }}{{ end }}"), Rendered.Templates,
            RenderOptions.Published);

        Assert.That(outcome.Diagnostics.Select(d => d.Id), Does.Contain("prose.statement"));
        Assert.That(outcome.Value!.Html.Html, Does.Contain("{{ while true }}{{ end }}"));
    }

    [Test]
    public void Values_from_the_cover_are_text_not_markdown()
    {
        var report = SampleReport.Of("{{ 封面.名称 }}");
        report = report with
            { Fields = [report.Fields[0] with { Text = "**甲** [a](javascript:x) <b>" }, .. report.Fields.Skip(1)] };

        var page = Rendered.Page(report, RenderOptions.Published);

        Assert.That(page.QuerySelector("p")!.TextContent, Is.EqualTo("**甲** [a](javascript:x) <b>"));
        Assert.That(page.QuerySelector("p")!.Children, Is.Empty);
    }

    [TestCase("*a **a ", 20_000)]
    [TestCase("[", 50_000)]
    [TestCase("[a](", 20_000)]
    [TestCase("> ", 20_000)]
    [TestCase("- ", 20_000)]
    [TestCase("|", 50_000)]
    [TestCase("<a ", 50_000)]
    [TestCase("长", 1_000_000)]
    public void Text_of_any_size_is_shown_completely(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times)) + "终";

        var page = Rendered.Page(Rendered.Body(text));

        Assert.That(page.QuerySelector("section")!.TextContent, Does.EndWith("终\n\n\n").Or.Contain("终"));
    }

    [Test]
    public void A_list_as_deep_as_the_text_allows_is_shown()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i * 2) + "- 项\n"));

        Assert.That(Rendered.Page(Rendered.Body(text)).QuerySelector("section")!.TextContent, Does.Contain("项"));
    }
}
