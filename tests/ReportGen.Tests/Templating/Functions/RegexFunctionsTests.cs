using ReportGen.Templating;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class RegexFunctionsTests
{
    [TestCase(@"\[1\+2\?]", "escape", "[1+2?]")]
    [TestCase("[1+2?]", "unescape", @"\[1\+2\?\]")]
    [TestCase("[\"〔2021〕30号\", \"2021\", \"30\"]", "match", "国办公开办函〔2021〕30号", @"〔(\d{4})〕(\d+)号")]
    [TestCase("[]", "match", "this", "that")]
    [TestCase("[]", "match", null, "that")]
    [TestCase("[\"THIS\"]", "match", "THIS", "this", "i")]
    [TestCase("[\"b\"]", "match", "a\nb", "^b$", "m")]
    [TestCase("[\"a\\nb\"]", "match", "a\nb", "a . b # dot", "sx")]
    [TestCase("[[\"a1\", \"1\"], [\"b2\", \"2\"]]", "matches", "a1 b2", @"\w(\d)")]
    [TestCase("[]", "matches", "", "x")]
    [TestCase("共_件，_件", "replace", "共128件，32件", @"\d+", "_")]
    [TestCase("b-a", "replace", "a-b", "(.)-(.)", "$2-$1")]
    [TestCase("ad", "replace", "abcd", "bc", null)]
    [TestCase("", "replace", null, "b", "x")]
    [TestCase("[\"a\", \"b\", \"c\"]", "split", "a； b;c", @"[；;]\s*")]
    [TestCase("[]", "split", null, ",")]
    public void Patterns_are_searched(string expected, string function, params object?[]? arguments)
    {
        var result = FunctionCalls.Text("regex." + function, arguments);
        Assert.That(result.Replace("\n", "\\n"), Is.EqualTo(expected));
    }

    [TestCase("match", "x", "(")]
    [TestCase("match", "x", null)]
    [TestCase("match", "x", "x", "q")]
    [TestCase("unescape", "\\xZ")]
    public void A_wrong_pattern_is_an_error(string function, params object?[]? arguments) =>
        Assert.That(() => FunctionCalls.Text("regex." + function, arguments), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase("match")]
    [TestCase("matches")]
    [TestCase("split")]
    [TestCase("replace")]
    public void A_search_without_end_is_stopped(string function)
    {
        var context = new TemplateContext { RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        object?[] arguments = function == "replace" ? ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$", "x"] : ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$"];
        Assert.That(() => FunctionCalls.Text(context, "regex." + function, arguments),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("regex." + function));
    }

    [TestCase("$&$&$&")]
    [TestCase("$_")]
    public void A_replacement_grows_only_to_the_limit(string replacement)
    {
        var hostile = string.Concat(Enumerable.Repeat(replacement, 50_000));
        Assert.That(() => FunctionCalls.Text("regex.replace", new string('a', 100_000), "a+", hostile),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("limit"));
    }

    [Test]
    public void A_pattern_nested_without_end_is_an_error()
    {
        var nested = new string('(', 4_000) + new string(')', 4_000);
        Assert.That(() => FunctionCalls.Text("regex.match", "x", nested + nested), Throws.InstanceOf<ScriptRuntimeException>());
    }
}
