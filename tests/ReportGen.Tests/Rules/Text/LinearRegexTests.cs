using ReportGen.Rules.Text;


namespace ReportGen.Tests.Rules.Text;

public sealed class LinearRegexTests
{
    [Test]
    public void A_text_that_needs_exponential_backtracking_is_matched_quickly()
    {
        var regex = new LinearRegex("^(a+)+$");
        var text = new string('a', 40) + "b";
        for (var turn = 0; turn < 3; turn++) Assert.That(regex.IsMatch(text), Is.False);
        Assert.That(regex.Match(text, 0, 40).Length, Is.EqualTo(40));
        Assert.That(new LinearRegex("^(a+)+$").Matches(text, 0, text.Length), Is.Empty);
    }

    [TestCase(5)]
    [TestCase(30_000)]
    public void Short_and_long_texts_give_the_same_matches_within_a_span(int blanks)
    {
        var text = "12件" + new string(' ', blanks) + "345件6件";
        var found = new LinearRegex("(?<n>[0-9]+)件").Matches(text, 1, text.Length - 3);
        Assert.That(found.Select(m => (m.Index, m.Groups["n"].Value)), Is.EqualTo(new[] { (1, "2"), (3 + blanks, "345") }));
    }

    [TestCase("a(?=b)")]
    [TestCase("(?<!a)b")]
    [TestCase(@"(?<x>a)\k<x>")]
    [TestCase("(?>a+)b")]
    public void A_pattern_that_no_automaton_can_match_is_rejected_when_compiled(string pattern) =>
        Assert.That(() => new LinearRegex(pattern), Throws.TypeOf<NotSupportedException>());

    [Test]
    public void An_invalid_pattern_is_rejected() =>
        Assert.That(() => new LinearRegex("(a"), Throws.InstanceOf<ArgumentException>());
}
