using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Parsing;

namespace ReportGen.Tests.Templating;

/// <summary>The mark stands under its place whatever the line is made of, and nothing of the line moves the cursor.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MistakePlaceTests
{
    [TestCase("ab {{ 1 + }}", 11, "ab {{ 1 + }}", "          ^^")]
    [TestCase("\t{{ 1 + }}", 9, " {{ 1 + }}", "        ^^")]
    [TestCase("\t\t字{{ 1 + }}", 11, "  字{{ 1 + }}", "  \u3000       ^^")]
    [TestCase("年报：{{ 1 + }}", 11, "年报：{{ 1 + }}", "\u3000\u3000\u3000       ^^")]
    [TestCase("ＡＢ{{ 1 + }}", 10, "ＡＢ{{ 1 + }}", "\u3000\u3000       ^^")]
    [TestCase("𠮷{{ 1 + }}", 10, "𠮷{{ 1 + }}", "\u3000       ^^")]
    [TestCase("😀{{ 1 + }}", 10, "😀{{ 1 + }}", "\u3000       ^^")]
    [TestCase("e\u0301{{ 1 + }}", 10, "e\u0301{{ 1 + }}", "        ^^")]
    [TestCase("한국{{ 1 + }}", 10, "한국{{ 1 + }}", "\u3000\u3000       ^^")]
    [TestCase("{{ 表三。x }}", 6, "{{ 表三。x }}", "   \u3000\u3000^^")]
    [TestCase("{{ '本年新收' | 合计 }}", 13, "{{ '本年新收' | 合计 }}", "    \u3000\u3000\u3000\u3000    ^^^^")]
    public void The_mark_stands_under_the_place(string line, int column, string shown, string mark)
    {
        foreach (var end in new[] { "", "\n", "\r\n", "\r\nmore" })
        {
            var mistake = Rendering.Strict("first\r\n" + line + end).Mistakes[0];
            Assert.That(mistake.Span.Position(), Is.EqualTo($"(2,{column})"));
            Assert.That(mistake.Format(false).Split('\n')[1..3], Is.EqualTo(new[] { "  " + shown, "  " + mark }));
        }
    }

    [Test]
    public void Signs_that_move_the_cursor_are_not_shown()
    {
        var shown = ReportTemplate.Parse("\u001b[2J\u202e{{ 1 + }}{{ '\u0007' \u0007 }}", "t").Errors;
        foreach (var text in shown.SelectMany(m => new[] { m.Format(true), m.Format(false) }))
            Assert.That(text.Where(c => char.IsControl(c) && c != '\n' || c == '\u202e'), Is.Empty, text);
    }

    [Test]
    public void Of_a_long_line_the_part_around_the_place_is_shown()
    {
        var text = new string('长', 5000) + "{{ 1 + }}" + new string('尾', 5000);
        var lines = ReportTemplate.Parse(text, "t").Errors.Single().Format(false).Split('\n');
        Assert.That(lines[0], Does.StartWith("t(1,5008): error:"));
        Assert.That(lines[1].Trim(), Has.Length.EqualTo(160).And.Contains("{{ 1 + }}"));
        Assert.That(lines[2].Trim(), Is.EqualTo("^^"));
        Assert.That(lines[2].IndexOf('^'), Is.EqualTo(lines[1].IndexOf("}}", StringComparison.Ordinal)));
    }

    [Test]
    public void Mistakes_of_one_long_line_share_its_text()
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
        Assert.That(rendering.Mistakes.Single().Format(false), Has.Length.LessThan(700));
    }

    [TestCase("{{ x = 1 +\n }}", "1,11")]
    [TestCase("{{ x =\n }}", "1,7")]
    [TestCase("{{ x = 1 +\ny = 2 }}", "1,11")]
    [TestCase("{{ x = (1\n 2) }}", "1,10 2,3")]
    [TestCase("{{ x = [1,\n\n }}", "3,2")]
    [TestCase("{{ if 1 }}\n{{ if 2 }}\n{{ for x in y }}", "3,15")]
    [TestCase("{{ a = }}{{ b = (1 }}\n{{ c[ }}{{ d. }}\n{{ 5 = 1 }}", "1,8 1,20 2,7 2,13 2,15")]
    public void Every_mistake_has_its_place(string text, string places)
    {
        var found = ReportTemplate.Parse(text, "t").Errors.Select(m => $"{m.Span.Start.Line + 1},{m.Span.Start.Column + 1}");
        Assert.That(string.Join(' ', found), Is.EqualTo(places));
    }
}
