using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportGen.Templating;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>
/// HTML templates with random changes, rendered with hostile values and parsed like in a browser: no value may become an
/// element, an attribute or code. The seed is fixed; the long run is on demand.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class HtmlFuzzTests
{
    private const string Markup =
        "x-evil\" onxevil='1' `<x-evil onxevil=1>--></title></style></textarea></script>]]> &lt;x-evil&gt; &#34;";
    /// <summary>The parts of the values that would end a CSS declaration or fetch something.</summary>
    private const string Breakout = "evil[\"=<>;(){}:]|javascript:xevil";

    private const string Link = "javascript:xevil()";

    private static readonly string[] s_seeds =
    [
        "<p title=\"{{ v }}\" class='a {{ w }}'>{{ v }}<b>{{ w }}</b></p>",
        "<a href=\"{{ w }}\">{{ v }}</a><a href='/x/{{ v }}?q={{ w }}#{{ v }}'>b</a>",
        "<img src={{ w }} alt={{ v }}><input value=\"{{ v }}\" {{ if v }}checked{{ end }}>",
        "<div style=\"color: {{ v }}; width: {{ w }}px\"><style>p { color: {{ v }} }</style></div>",
        "<!-- {{ v }} --><title>{{ v }}</title><textarea>{{ w }}</textarea>{{ v }}",
        "{{ if v }}<ul>{{ for x in [v, w] }}<li id=\"i{{ for.index }}\">{{ x }}</li>{{ end }}</ul>{{ else }}<p>{{ w }}</p>{{ end "
            + "}}",
        "{{ capture c }}<i>{{ v }}</i>{{ end }}<p>{{ c }}</p><p title=\"{{ c }}\">{{ c | string.upcase }}{{ c + v }}</p>",
        "{{ func f(x) }}<td>{{ x }}</td>{{ end }}<table><tr>{{ f v }}{{ f w }}</tr></table>{{ $'{v}{w}' }}",
        "<a href=\"{{ v }}:{{ w }}\" data-x=\"{{ v | object.to_json }}\" onclick=\"f()\">{{ [v, w] | array.join '<br>' "
            + "}}</a><script>var x;</script>",
        "<p title={{ null }} class=\"{{ v }}\" id=i{{ '' }}{{ w }} alt={{ x = 1 }}{{ v }}>{{ v }}</p>",
        "{{ func f; $$; end }}<p title=\"{{ wrap f }}<i id=\"a\">{{ v }}</i>{{ end }}\" alt={{ wrap f }}<b x='y'>{{ w }}{{ end "
            + "}}>{{ v }}</p>",
        "<table>{{ tablerow x in [v, w] cols: 2 }}{{ x }}{{ end }}</table>{{ v | html.escape | html.newline_to_br }}",
    ];

    private static readonly string[] s_pieces =
    [
        "<", ">", "\"", "'", "=", "/", " ", "\n", "<!--", "-->", "--!>", "<!", "<?", "</", "<script>", "</script>",
        "<style>", "</style>",
        "<title>", "<textarea>", "<a href=", " href='", " style=\"", " onclick=", " srcdoc='", "<iframe ", "<svg>", "<math>",
        "<plaintext>",
        "<noscript>", "<template>", "<x ", "javascript:", "data:", "&#106;", "&quot;", "{{ v }}", "{{ w }}", "{{ v + w }}",
        "{{ null }}", "{{ '' }}", "{{ f }}", "{{ wrap f }}", " {{ v }} ", "{{ c }}",
        "{{ if v }}", "{{ if null }}", "{{ else }}", "{{ end }}", "{{ for x in [v, w] }}", "{{ capture c }}", "{{- ", "~}}",
        "{%{", "}%}",
        " | html.escape", " | string.downcase", " | html.url_escape", " | html.url_encode", " | html.strip", "<select>",
        "<option ", "<xmp>", "]]>",
        "<![CDATA[", "<frameset>", "\0", "`", "<body ", "<base href=", "<form action=", "<button formaction=", "srcset=\"",
    ];

    [TestCase(1, 4000)]
    public void No_value_breaks_out(int seed, int count) => Run(seed, count);

    [TestCase(50, 2_000_000)]
    [Explicit("Takes minutes.")]
    public void No_value_breaks_out_of_many_more(int seeds, int count)
    {
        for (var seed = 1; seed <= seeds; seed++) Run(seed * 7919, count / seeds);
    }

    private static void Run(int seed, int count)
    {
        var random = new Random(seed);
        var rendered = 0;
        for (var i = 0; i < count; i++)
        {
            var text = Changes.Make(s_seeds[random.Next(s_seeds.Length)], s_pieces, random);
            if (Render(text) is not { } html) continue;
            rendered++;
            Check(new HtmlParser().ParseDocument(html), text + "\n\n" + html);
        }

        Assert.That(rendered, Is.GreaterThan(count / 10), "most changes must still render, or the test tries nothing");
    }

    private static string? Render(string text)
    {
        var context = new RenderContext { IsStrict = false, StepLimit = 200_000 };
        context.PushGlobal(new ScriptObject { ["v"] = Markup, ["w"] = Link });
        return ReportTemplate.Parse(text, "fuzz", isHtml: true).TryRender(context, out var output).IsEmpty ? output : null;
    }

    private static void Check(IDocument page, string text)
    {
        foreach (var element in page.All)
        {
            Assert.That(element.LocalName, Does.Not.Contain("x-evil"), text);
            if (element.LocalName is "script" or "noscript" or "iframe" or "xmp" or "plaintext")
                Assert.That(element.TextContent, Does.Not.Contain("xevil").And.Not.Contain("x-evil"), text);
            if (element.LocalName == "style") Assert.That(element.TextContent, Does.Not.Match(Breakout), text);
            foreach (var attribute in element.Attributes) Check(attribute, text);
        }
    }

    private static void Check(IAttr attribute, string text)
    {
        Assert.That(attribute.Name, Does.Not.Contain("xevil"), text);
        if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "srcdoc")
            Assert.That(attribute.Value, Does.Not.Contain("xevil").And.Not.Contain("x-evil"), text);
        if (attribute.Name == "style") Assert.That(attribute.Value, Does.Not.Match(Breakout), text);
        if (attribute.Name is "href" or "src" or "action" or "formaction")
            Assert.That(attribute.Value.Trim(), Does.Not.Match("^javascript:.*xevil"), text);
    }
}
