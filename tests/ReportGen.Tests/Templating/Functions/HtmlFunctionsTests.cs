using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class HtmlFunctionsTests
{
    [TestCase("公开 目录", "strip", "<a href='x'>公开</a> <b>目录</b>")]
    [TestCase("a  b", "strip", "a <!-- <b>x</b> --> b")]
    [TestCase("ab", "strip", "a<script type='x'>if (1 < 2) { }</script>b")]
    [TestCase("ab", "strip", "a<style>p > b {}</style>b")]
    [TestCase("a <b", "strip", "a <b")]
    [TestCase("x", "strip", "<scripture>x</scripture>")]
    [TestCase("", "strip", null)]
    [TestCase("&lt;p&gt;&amp;&quot;&#39;é政", "escape", "<p>&\"'é政")]
    [TestCase("", "escape", null)]
    [TestCase("one<br />\ntwo<br />\n\r!", "newline_to_br", "one\ntwo\r\n\r!")]
    [TestCase("xxgk%40example.gov.cn", "url_encode", "xxgk@example.gov.cn")]
    [TestCase("%E6%94%BF%20%2B", "url_encode", "政 +")]
    [TestCase("/%7Bid%7D?a=1&b=%3C2%3E%25", "url_escape", "/{id}?a=1&b=<2>%")]
    [TestCase("https://example.gov.cn/a?b=%E6%94%BF#c", "url_escape", "https://example.gov.cn/a?b=政#c")]
    public void Texts_become_HTML_or_URLs(string expected, string function, string? text) =>
        Assert.That(FunctionCalls.Text("html." + function, text), Is.EqualTo(expected));

    [Test]
    public void An_escaped_text_is_not_escaped_twice()
    {
        var context = new RenderContext { IsHtml = true };
        var once = FunctionCalls.Value(context, "html.escape", "a & b");
        Assert.That(once, Is.EqualTo(new HtmlString("a &amp; b")));
        Assert.That(FunctionCalls.Value(context, "html.escape", once), Is.EqualTo(once));
    }

    [Test]
    public void Converting_line_breaks_escapes_markup()
    {
        var context = new RenderContext { IsHtml = true };
        Assert.That(FunctionCalls.Value(context, "html.newline_to_br", "<b>\n"), Is.EqualTo(new HtmlString("&lt;b&gt;<br />\n")));
        Assert.That(FunctionCalls.Value(context, "html.newline_to_br", new HtmlString("<b>\n")),
            Is.EqualTo(new HtmlString("<b><br />\n")));
    }

    [Test]
    public void Raw_is_written_unchanged_and_not_listed()
    {
        var context = new RenderContext { IsHtml = true };
        Assert.That(FunctionCalls.Value(context, "html.raw", "<b>"), Is.EqualTo(new HtmlString("<b>")));
        Assert.That(((ScriptObject)context.BuiltinObject["html"]!).GetMembers(), Has.No.Member("raw"));
    }

    [TestCase("escape", '&')]
    [TestCase("newline_to_br", '\n')]
    [TestCase("url_encode", '政')]
    [TestCase("url_escape", '政')]
    public void Texts_cannot_exceed_the_limit(string function, char character) =>
        Assert.That(() => FunctionCalls.Text("html." + function, new string(character, 500_000)),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("imit"));

    [Test]
    [CancelAfter(5000)]
    public void Stripping_has_the_time_limit_of_regular_expressions()
    {
        var model = new ScriptObject { ["hostile"] = string.Concat(Enumerable.Repeat("<a", 500_000)) };
        Assert.That(Rendering.Strict("{{ hostile | html.strip }}", model).Reasons, Does.Contain("did not finish"));
    }
}
