using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class ObjectFunctionsTests
{
    private static readonly ScriptObject Row = new() { ["name"] = "规章", ["made"] = 3, ["dropped"] = null };

    [TestCase("无", null, "无")]
    [TestCase("无", "", "无")]
    [TestCase(" ", " ", "无")]
    [TestCase("0", 0, "无")]
    [TestCase("false", false, "无")]
    public void A_default_stands_in_for_nothing(string expected, object? value, object? other) =>
        Assert.That(FunctionCalls.Text("object.default", value, other), Is.EqualTo(expected));

    [TestCase("true", "has_key", "name")]
    [TestCase("true", "has_key", "dropped")]
    [TestCase("false", "has_key", "colour")]
    [TestCase("false", "has_key", null)]
    [TestCase("true", "has_value", "name")]
    [TestCase("false", "has_value", "dropped")]
    [TestCase("false", "has_value", null)]
    [TestCase("[\"name\", \"made\", \"dropped\"]", "keys")]
    [TestCase("[\"规章\", 3, null]", "values")]
    [TestCase("3", "size")]
    [TestCase("{\"name\":\"规章\",\"made\":3,\"dropped\":null}", "to_json")]
    public void An_object_answers(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("object." + function, [Row, .. arguments ?? [null]]), Is.EqualTo(expected));

    [TestCase("[]", "keys", null)]
    [TestCase("[]", "values", 5)]
    [TestCase("0", "size", 5)]
    [TestCase("0", "size", null)]
    [TestCase("4", "size", "text")]
    [TestCase("00FF", "format", 255, "X4")]
    [TestCase("1,523.00", "format", 1523, "N2", "en-US")]
    [TestCase("text", "format", "text", "N2")]
    public void Any_value_answers(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("object." + function, arguments), Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return new TestCaseData(null, "", "");
        yield return new TestCaseData(true, "boolean", "bool");
        yield return new TestCaseData(1, "number", "int");
        yield return new TestCaseData(1L, "number", "long");
        yield return new TestCaseData(1m, "number", "decimal");
        yield return new TestCaseData(1d, "number", "double");
        yield return new TestCaseData("text", "string", "string");
        yield return new TestCaseData(new HtmlString("<b>"), "string", "string");
        yield return new TestCaseData(new ScriptRange(Enumerable.Range(1, 5)), "iterator", "range");
        yield return new TestCaseData(new ScriptArray(), "array", "array");
        yield return new TestCaseData(new ScriptObject(), "object", "object");
        yield return new TestCaseData(new TemplateContext().BuiltinObject["object"], "object", "object");
        yield return new TestCaseData(new SourcedValue(1m, "A1"), "number", "decimal");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Values_tell_their_kind(object? value, string broad, string exact)
    {
        Assert.That(FunctionCalls.Text("object.typeof", value), Is.EqualTo(broad));
        Assert.That(FunctionCalls.Text("object.kind", value), Is.EqualTo(exact));
    }

    [TestCase("null")]
    [TestCase("true")]
    [TestCase("[1,2.5,\"政府\\n\",{\"a\":{}}]")]
    [TestCase("12345678901234567890123456789012345")]
    [TestCase("\"\\u003C/script\\u003E\"")]
    public void Json_is_read_and_written_the_same(string json)
    {
        var value = FunctionCalls.Value(new TemplateContext(), "object.from_json", json);
        Assert.That(FunctionCalls.Text("object.to_json", value), Is.EqualTo(json));
    }

    [Test]
    public void Json_tells_the_plain_value_of_what_has_a_source() =>
        Assert.That(FunctionCalls.Text("object.to_json", new ScriptArray(new[] { new SourcedValue(7, "A1") })), Is.EqualTo("[7]"));

    [TestCase("{")]
    [TestCase("")]
    [TestCase("{a: 1}")]
    public void What_is_no_json_is_an_error(string json) =>
        Assert.That(() => FunctionCalls.Text("object.from_json", json), Throws.InstanceOf<ScriptRuntimeException>());

    [Test]
    public void Data_that_holds_itself_is_an_error_in_json()
    {
        var loop = new ScriptObject();
        loop["self"] = loop;
        Assert.That(() => FunctionCalls.Text("object.to_json", loop),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("nested deeper"));
    }

    [Test]
    public void Json_nested_without_end_is_an_error() =>
        Assert.That(() => FunctionCalls.Text("object.from_json", new string('[', 100_000)),
            Throws.InstanceOf<ScriptRuntimeException>());
}
