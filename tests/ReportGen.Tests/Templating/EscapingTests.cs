using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;

namespace ReportGen.Tests.Templating;

/// <summary>Values in HTML are escaped for their place exactly once, whatever operations they passed through.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EscapingTests
{
    private const string Evil = "<a>'\"&";
    private const string Text = "&lt;a&gt;&#39;&quot;&amp;";

    [TestCase("{{ evil }}", Text)]
    [TestCase("{{ evil | html.escape | html.escape }}", Text)]
    [TestCase("{{ evil ?? 'x' }}{{ true ? evil : 1 }}{{ evil | object.default 'x' }}", Text + Text + Text)]
    [TestCase("{{ capture c; evil; end; c; c + c; c * 2; $'{c}' }}", Text + Text + Text + Text + Text + Text)]
    [TestCase("{{ capture c; evil; end; c | string.size; c.size; c | object.size; c == evil; [evil] | array.contains c }}",
        "666truetrue")]
    [TestCase("{{ capture c; evil; end; c | string.strip | string.append '' | string.replace 'a' 'b' }}",
        "&lt;b&gt;&#39;&quot;&amp;")]
    [TestCase("{{ capture c; evil; end; c[0]; for x in c; x; end }}", "&lt;" + Text)]
    [TestCase("{{ capture c }}<b>{{ evil }}</b>{{ end }}{{ c }}{{ c | html.strip }}",
        "<b>" + Text + "</b>&lt;a&gt;&#39;&quot;&amp;")]
    [TestCase("{{ capture c }}<b>{{ end }}{{ c + evil }}{{ evil + c }}{{ $'{c}{evil}' }}", "<b>" + Text + Text + "<b><b>" + Text)]
    [TestCase("{{ capture c }}<b>{{ end }}{{ c | string.upcase }}", "&lt;B&gt;")]
    [TestCase("{{ capture c }}<b>{{ end }}{{ c | string.append evil }}", "&lt;b&gt;" + Text)]
    [TestCase("{{ capture c }}<b>{{ end }}{{ [c, evil] | array.join '<' }}", "<b>&lt;" + Text)]
    [TestCase("{{ [evil, 1] | array.join (html.raw '<br>') }}", Text + "<br>1")]
    [TestCase("{{ capture c; evil; end; [c] }}", "[&quot;&lt;a&gt;&#39;\\&quot;&amp;&quot;]")]
    [TestCase("{{ 'a\n<b>' | html.newline_to_br }}", "a<br />\n&lt;b&gt;")]
    [TestCase("{{ func f(x) }}<i>{{ x }}</i>{{ end }}{{ f evil }}", "<i>" + Text + "</i>")]
    [TestCase("{{ func f }}[{{ $$ }}]{{ end }}{{ wrap f }}<b>{{ evil }}</b>{{ end }}", "[<b>" + Text + "</b>]")]
    [TestCase("{{ '<b>{{ evil }}</b>' | object.eval_template }}", "<b>" + Text + "</b>")]
    [TestCase("<p title=\"{{ evil }}\">", "<p title=\"" + Text + "\">")]
    [TestCase("{{ capture c; evil; end }}<p title='{{ c }}'>", "<p title='" + Text + "'>")]
    [TestCase("<p title={{ 'a b=`/' }}>", "<p title=a&#32;b&#61;&#96;&#47;>")]
    [TestCase(
        "<p{{ if evil }} id=\"a\"{{ end }} {{ if evil }}hidden{{ end }}>{{ if evil }}<th{{ else }}<td{{ end }} id=\"{{ 1 }}\">",
        "<p id=\"a\" hidden><th id=\"1\">")]
    [TestCase("<p title={{ '' }} class=\"{{ 'a b' }}\">", "<p title=\"\" class=\"a b\">")]
    [TestCase("<p title={{ null }} class=\"{{ 'a b' }}\">", "<p title=\"\" class=\"a b\">")]
    [TestCase("<p title=x{{ null }}{{ 'y z' }} class=\"{{ 'a b' }}\">", "<p title=xy&#32;z class=\"a b\">")]
    [TestCase("{{ func f }}<i id=\"q\">{{ $0 }}</i>{{ end }}<p title=\"{{ f evil }}\">",
        "<p title=\"&lt;i id=&quot;q&quot;&gt;" + Text + "&lt;/i&gt;\">")]
    [TestCase("{{ func f }}{{ $0 }}{{ ret 1; end }}<p title={{ x = f evil }} id=a>{{ x }}", "<p title= id=a>1")]
    [TestCase("{{ func f }}{{ $0 }}{{ ret true; end }}<p title='{{ if (f evil) }}a{{ end }}' id=a>", "<p title='a' id=a>")]
    [TestCase("{{ func f }}{{ $0 }}{{ ret [1]; end }}<p title='{{ for x in (f evil) }}{{ x }}{{ end }}'>", "<p title='1'>")]
    [TestCase("<a href=\"?{{ html.escape 'a&b' }}\">", "<a href=\"?a%26b\">")]
    [TestCase("{{ capture c; 'a&b'; end }}<a href=\"{{ c }}\">", "<a href=\"a&amp;b\">")]
    [TestCase("<a href=\"{{ 'JavaScript:x' }}\"><a href='{{ ' data:x' }}'><a href={{ 'vbscript:x' }}>",
        "<a href=\"#\"><a href='#'><a href=#>")]
    [TestCase("<a href=\"{{ 'java\nscript:x' }}\"><img src=\"{{ '\\\\host' }}\">", "<a href=\"#\"><img src=\"#\">")]
    [TestCase("<a href=\"/{{ 'a/b c?d' }}?q={{ 'e&f=/' }}\">", "<a href=\"/a/b%20c%3Fd?q=e%26f%3D%2F\">")]
    [TestCase("<p style=\"color: {{ 'red' }}; width: {{ 12.5 }}%\">", "<p style=\"color: red; width: 12.5%\">")]
    [TestCase("<p style=\"color: {{ 'red;x:url(y)' }}\"><style>p { color: {{ '}' }} }</style>",
        "<p style=\"color: unset\"><style>p { color: unset }</style>")]
    [TestCase("<!-- {{ '-->' }} {{ '---' }} {{ '--!>' }} -->{{ evil }}", "<!-- - -&gt; - - - - -!&gt; -->" + Text)]
    [TestCase("<!-- a --!>{{ evil }}<!---->{{ evil }}<!-->{{ evil }}", "<!-- a --!>" + Text + "<!---->" + Text + "<!-->" + Text)]
    [TestCase("<textarea>{{ '</textarea><script>' }}</textarea><title>{{ html.raw '<b>' }}</title>",
        "<textarea>&lt;/textarea&gt;&lt;script&gt;</textarea><title>&lt;b&gt;</title>")]
    public void A_value_is_escaped_once(string template, string output)
    {
        var rendering = Rendering.AsHtml(template, new ScriptObject { ["evil"] = Evil });
        Assert.That(rendering.Output + rendering.Reasons, Is.EqualTo(output));
    }

    [TestCase("<a href=\"{{ evil }}:{{ evil }}\">")]
    [TestCase("<a href=\"{{ evil }}script:{{ evil }}\">")]
    [TestCase("<a href=\"{{ if evil }}{{ evil }}{{ end }}:{{ evil }}\">")]
    [TestCase("<a href=\"{{ if evil }}javascript{{ end }}:{{ evil }}\">")]
    [TestCase("<a href=\"javascript:{{ evil }}\">")]
    [TestCase("<p onclick='{{ evil }}'>")]
    [TestCase("<script>{{ evil }}</script>")]
    [TestCase("<scr{{ x = 1 }}ipt>{{ evil }}")]
    [TestCase("<svg><script>{{ evil }}")]
    [TestCase("<p title={{ evil }}{{ evil }}>")]
    [TestCase("<a href={{ evil }}/{{ evil }}>")]
    [TestCase("<i{{ if evil }}nput v{{ end }}alue=\"{{ evil }}\">")]
    [TestCase("<p {{ if evil }}on{{ end }}click=\"{{ evil }}\">")]
    [TestCase("{{ if evil }}<script{{ else }}<p{{ end }} x>{{ evil }}")]
    [TestCase("<p title={{ evil }}x>")]
    [TestCase("<p title={{ evil }}x=\"y>\" z={{ evil }}>")]
    [TestCase("<p {{ evil }}>")]
    [TestCase("<p {{ evil }}=1>")]
    [TestCase("</{{ evil }}>")]
    public void A_value_must_not_be_printed_in_code_or_names(string template)
    {
        var rendering = Rendering.AsHtml(template, new ScriptObject { ["evil"] = Evil });
        Assert.That(rendering.Errors, Is.Not.Empty, rendering.Output);
    }

    [TestCase("{{ html.raw '<b>&lt;' }}{{ '<' }}", "<b>&lt;<")]
    [TestCase("{{ capture c; '<&lt;'; end; c; c | string.size }}", "<&lt;5")]
    public void Without_HTML_nothing_is_escaped(string template, string output) =>
        Assert.That(Rendering.Strict(template).Output, Is.EqualTo(output));
}
