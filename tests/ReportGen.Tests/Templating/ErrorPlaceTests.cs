using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Parsing;

namespace ReportGen.Tests.Templating;

/// <summary>Every error has its place, its line and its mark, whatever the line contains.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ErrorPlaceTests
{
    [TestCase("ab {{ 1 + }}", 11, "}}")]
    [TestCase("\t{{ 1 + }}", 9, "}}")]
    [TestCase("\t\t字{{ 1 + }}", 11, "}}")]
    [TestCase("年报：{{ 1 + }}", 11, "}}")]
    [TestCase("ＡＢ{{ 1 + }}", 10, "}}")]
    [TestCase("𠮷{{ 1 + }}", 10, "}}")]
    [TestCase("😀{{ 1 + }}", 10, "}}")]
    [TestCase("e\u0301{{ 1 + }}", 10, "}}")]
    [TestCase("한국{{ 1 + }}", 10, "}}")]
    [TestCase("{{ 表三。x }}", 6, "。")]
    [TestCase("{{ '本年新收' | 合计 }}", 13, "合计")]
    public void The_mark_is_on_the_place(string line, int column, string marked)
    {
        foreach (var end in new[] { "", "\n", "\r\n", "\r\nmore" })
        {
            var error = Rendering.Strict("first\r\n" + line + end).Errors[0];
            Assert.That(error.Position, Is.EqualTo($"(2,{column})"));
            Assert.That(error.Line, Is.EqualTo(line));
            Assert.That(error.Line.Substring(column - 1, error.MarkLength), Is.EqualTo(marked));
        }
    }

    [Test]
    public void Errors_on_one_long_line_share_its_text()
    {
        var text = string.Concat(Enumerable.Repeat("{{ 1 + }}", 20_000));
        var messages = ReportTemplate.Parse(text, "t").Errors;
        Assert.That(messages, Has.Length.EqualTo(51));
        Assert.That(messages.Select(m => m.Line).Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_name_of_any_length_gives_a_short_message()
    {
        var rendering = Rendering.Strict("{{ " + new string('名', 100_000) + " }}");
        Assert.That(rendering.Errors.Single().Reason.ToString(), Has.Length.LessThan(500));
    }

    [TestCase("{{ x = 1 +\n }}", "1,11")]
    [TestCase("{{ x =\n }}", "1,7")]
    [TestCase("{{ x = 1 +\ny = 2 }}", "1,11")]
    [TestCase("{{ x = (1\n 2) }}", "1,10 2,3")]
    [TestCase("{{ x = [1,\n\n }}", "3,2")]
    [TestCase("{{ if 1 }}\n{{ if 2 }}\n{{ for x in y }}", "3,15")]
    [TestCase("{{ a = }}{{ b = (1 }}\n{{ c[ }}{{ d. }}\n{{ 5 = 1 }}", "1,8 1,20 2,7 2,13 2,15")]
    public void Every_error_has_its_place(string text, string places)
    {
        var found = ReportTemplate.Parse(text, "t").Errors.Select(m => $"{m.Span.Start.Line + 1},{m.Span.Start.Column + 1}");
        Assert.That(string.Join(' ', found), Is.EqualTo(places));
    }
}
