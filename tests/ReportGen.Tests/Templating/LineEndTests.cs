namespace ReportGen.Tests.Templating;

/// <summary>A statement ends with its line, but for brackets that are open and operators that wait for their right side.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LineEndTests
{
    [TestCase("{{ x = (1 +\n 2)\nx }}", "3")]
    [TestCase("{{ x = (1\n + 2\n)\nx }}", "3")]
    [TestCase("{{ x = [1\n + 2,\n (3\n | math.plus\n 1)]\nx }}", "[3, 4]")]
    [TestCase("{{ x = math.plus(1\n ,\n 2\n)\nx }}", "3")]
    [TestCase("{{ x = {a:\n 1\n ,\n b\n : 2}\nx }}", "{a: 1, b: 2}")]
    [TestCase("{{ x = (true\n ? 1\n : 2)\nx }}", "1")]
    [TestCase("{{ x = (math.plus 1\n 2)\nx }}", "3")]
    [TestCase("{{ x = [1, 2][\n 1\n]\nx }}", "2")]
    [TestCase("{{ x = 1 +\n\n 2 # two\nx }}", "3")]
    [TestCase("{{ x = true ?\n 1 :\n 2\nx }}", "1")]
    [TestCase("{{ if true &&\n true\n'y'\nend }}", "y")]
    [TestCase("{{ x =\n 3\nx }}", "3")]
    [TestCase("{{ x = (do\n ret 5\nend)\nx }}", "5")]
    [TestCase("{{ [1, do\n y = 1\n ret 2\nend] | array.size }}", "2")]
    [TestCase("{{ x = 1\n-2 }}", "-2")]
    [TestCase("{{ x = 'a'\n(1) }}", "1")]
    [TestCase("{{ 'a'\n| string.upcase # loud\n\n| string.append 'b' }}", "Ab")]
    public void A_line_end_means_nothing_where_a_statement_cannot_end(string text, string output)
    {
        var rendering = Rendering.Strict(text);
        Assert.That(rendering.Output + rendering.Reasons, Is.EqualTo(output));
    }
}
