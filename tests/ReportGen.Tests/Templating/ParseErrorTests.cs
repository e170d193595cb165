using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Parsing;

namespace ReportGen.Tests.Templating;

/// <summary>Errors in the text of a template, each beside the corrected text.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ParseErrorTests
{
    [TestCase("{{ 1 + }}", "1,8", "{{ 1 + 1 }}")]
    [TestCase("{{ (1 }}", "1,7", "{{ (1) }}")]
    [TestCase("{{ [1, 2 }}", "1,10", "{{ [1, 2] }}")]
    [TestCase("{{ [1, }}", "1,8", "{{ [1,] }}")]
    [TestCase("{{ x = {a 1} }}", "1,11 1,12", "{{ x = {a: 1} }}")]
    [TestCase("{{ x = {5: 1} }}", "1,10 1,9", "{{ x = {'5': 1} }}")]
    [TestCase("{{ 'a' | }}", "1,10", "{{ 'a' | string.upcase }}")]
    [TestCase("{{ true ? 1 }}", "1,13 1,14", "{{ true ? 1 : 2 }}")]
    [TestCase("{{ x = y = 1 }}", "1,8", "{{ x = 1 }}")]
    [TestCase("{{ 1 = 2 }}", "1,4", "{{ x = 2 }}")]
    [TestCase("{{ 5++ }}", "1,5", "{{ x = 5; x++ }}")]
    [TestCase("{{ if }}a{{ end }}", "1,7", "{{ if true }}a{{ end }}")]
    [TestCase("{{ if true }}a", "1,14", "{{ if true }}a{{ end }}")]
    [TestCase("{{ if true; else true; end }}", "1,18", "{{ if true; else; true; end }}")]
    [TestCase("{{ end }}", "1,6", "{{ if true; end }}")]
    [TestCase("{{ else }}", "1,4 1,9", "{{ if true }}{{ else }}{{ end }}")]
    [TestCase("{{ when 1; end }}", "1,4", "{{ case 1; when 1; end }}")]
    [TestCase("{{ case 1; else; end }}", "1,12", "{{ case 1; when 2; else; end }}")]
    [TestCase("{{ for 5 in [1]; end }}", "1,4", "{{ for x in [1]; end }}")]
    [TestCase("{{ for x on [1]; end }}", "1,4", "{{ for x in [1]; end }}")]
    [TestCase("{{ for x in [1] limit:; end }}", "1,23", "{{ for x in [1] limit: 1; end }}")]
    [TestCase("{{ for x in [1]; for.lats; end }}", "1,18", "{{ for x in [1]; for.last; end }}")]
    [TestCase("{{ capture; end }}", "1,11", "{{ capture x; end }}")]
    [TestCase("{{ func 5; end }}", "1,4 1,9", "{{ func f; end }}")]
    [TestCase("{{ func f(a = 1, b); end }}", "1,18", "{{ func f(a, b = 1); end }}")]
    [TestCase("{{ func f(a..., b); end }}", "1,17", "{{ func f(a, b...); end }}")]
    [TestCase("{{ 'abc }}", "1,10", "{{ 'abc' }}")]
    [TestCase("{{ 'a\\q' }}", "1,4 1,7", "{{ 'a\\\\q' }}")]
    [TestCase("{{ '\\u12' }}", "1,9", "{{ '\\u0012' }}")]
    [TestCase("{{ $\"{1\n}\" }}", "1,8 2,1", "{{ $\"{1}\" }}")]
    [TestCase("{{ 0x }}", "1,4", "{{ 0x0 }}")]
    [TestCase("{{ x ~ y }}", "1,6", "{{ x = 1 ~}}")]
    [TestCase("{{ x。y }}", "1,5", "{{ x = 1 }}")]
    [TestCase("{{ [1].5 }}", "1,7 1,8", "{{ [1].size }}")]
    [TestCase("{{ readonly 5 }}", "1,13 1,4", "{{ x = 1; readonly x }}")]
    [TestCase("{{ import }}", "1,11", "{{ import {} }}")]
    public void An_error_has_its_place(string wrong, string places, string right)
    {
        var errors = ReportTemplate.Parse(wrong, "t").Errors;
        var found = errors.Select(m => $"{m.Span.Start.Line + 1},{m.Span.Start.Column + 1}");
        Assert.That(string.Join(' ', found.Order()), Is.EqualTo(string.Join(' ', places.Split(' ').Order())),
            string.Join('\n', errors));
        Assert.That(ReportTemplate.Parse(right, "t").Errors, Is.Empty);
    }

    [Test]
    public void Several_errors_are_found_at_once()
    {
        var template = ReportTemplate.Parse("{{ 1 + }}\n{{ if }}\n{{ [1, }}\n{{ end }}\n{{ x = y = 2 }}", "t");
        Assert.That(template.Errors.Select(m => m.Span.Start.Line + 1).Distinct(), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void An_error_is_reported_once() =>
        Assert.That(ReportTemplate.Parse("{{ 0x }}", "t").Errors.Single().Reason.English, Does.Contain("hex number"));

    [Test]
    public void An_error_has_its_line_and_its_reason_in_both_languages()
    {
        var error = ReportTemplate.Parse("one\n  {{ 报告 = 1 + }} two", "report.sbn").Errors.Single();
        Assert.That($"{error.Span.FileName}{error.Position}", Is.EqualTo("report.sbn(2,15)"));
        Assert.That(error.Line, Is.EqualTo("  {{ 报告 = 1 + }} two"));
        Assert.That(error.Reason.English, Is.EqualTo(
            "Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: "
                + "<expression> operator <expression>"));
        Assert.That(error.Reason.Chinese, Does.StartWith("运算符后面缺少表达式"));
    }

    [Test]
    public void Full_width_punctuation_has_a_hint()
    {
        var message = ReportTemplate.Parse("{{ f（1） }}").Errors[0];
        Assert.That(message.Reason.ChineseHint, Does.Contain("半角"));
        Assert.That(message.Reason.EnglishHint, Does.Contain("half-width"));
    }

    [Test]
    public void The_number_of_errors_is_bounded()
    {
        var text = string.Concat(Enumerable.Repeat("{{ 1 + }}\n", 500));
        Assert.That(ReportTemplate.Parse(text, "t").Errors, Has.Length.LessThanOrEqualTo(51));
    }

    [TestCase("{{ x = 1; x }}<b {{ x }}>", "1,21", "{{ x = 1 }}<b title=\"{{ x }}\">")]
    [TestCase("<{{ 1 }}>", "1,5", "<b>{{ 1 }}</b>")]
    [TestCase("<script>{{ 1 }}</script>", "1,12", "<style>{{ 1 }}</style>")]
    [TestCase("<b onclick=\"{{ 1 }}\">", "1,16", "<b title=\"{{ 1 }}\">")]
    [TestCase("<a href=\"JavaScript:{{ 1 }}\">", "1,24", "<a href=\"mailto:{{ 1 }}\">")]
    [TestCase("<iframe srcdoc=\"{{ 1 }}\">", "1,20", "<img src=\"{{ 1 }}\">")]
    [TestCase("{{ if true }}<a href=\"{{ end }}", "1,4", "{{ if true }}<a href=\"\">{{ end }}")]
    [TestCase("<a href=\"{{ for x in [1] }}\">{{ end }}", "1,13", "<a href=\"{{ for x in [1] }}/{{ end }}\">")]
    [TestCase("{{ if true }}<p title=\"{{ else }}<script title=\"{{ end }}\">", "1,4",
        "{{ if true }}<p title=\"{{ else }}<b title=\"{{ end }}\">")]
    [TestCase("{{ capture x }}<b {{ end }}", "1,4", "{{ capture x }}<b>{{ end }}")]
    [TestCase("{{ func f; $$; end }}<p title=\"{{ wrap f }}x{{ end }}\">", "1,35",
        "{{ func f; $$; end }}<p>{{ wrap f }}x{{ end }}")]
    [TestCase("<a title=\"", "1,10", "<a title=\"\">")]
    [TestCase("{{ if true }}href{{ else }}x{{ end }}<a {{ if true }}href{{ end }}=\"{{ 1 }}\">", "1,72", "<a href=\"{{ 1 }}\">")]
    public void A_value_must_be_printed_where_it_can_be_escaped(string wrong, string places, string right)
    {
        var errors = Rendering.AsHtml(wrong);
        Assert.That(errors.Places, Is.EqualTo(places), string.Join('\n', errors.Errors));
        Assert.That(ReportTemplate.Parse(right, "t", isHtml: true).Errors, Is.Empty);
    }
}
