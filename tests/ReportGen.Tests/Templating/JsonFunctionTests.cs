namespace ReportGen.Tests.Templating;

[Parallelizable(ParallelScope.All)]
public sealed class JsonFunctionTests
{
    [TestCase("null", "null")]
    [TestCase("true", "true")]
    [TestCase("'a\"\\n中'", "\"a\\u0022\\n\\u4E2D\"")]
    [TestCase("12345678901234567890", "12345678901234567890")]
    [TestCase("0.1 + 0.2", "0.3")]
    [TestCase("-3", "-3")]
    [TestCase("[]", "[]")]
    [TestCase("{}", "{}")]
    [TestCase("[{b: [null, true, {c: 'd'}], a: 1}, 0.5]", """[{"b":[null,true,{"c":"d"}],"a":1},0.5]""")]
    [TestCase("'abc'[1]", "\"b\"")]
    [TestCase("timespan.from_minutes 90", "\"01:30:00\"")]
    [TestCase("1..3", "[1,2,3]")]
    public void A_value_is_written_as_JSON(string value, string json) =>
        Assert.That(Rendering.Strict($"{{{{ ({value}) | object.to_json }}}}").Output, Is.EqualTo(json));

    [TestCase("func f; ret 1; end; @f | object.to_json", "Functions")]
    [TestCase("x = {}; x.x = x; x | object.to_json", "nested")]
    public void A_value_that_JSON_cannot_represent_is_an_error(string template, string reason) =>
        Assert.That(Rendering.Strict($"{{{{ {template} }}}}").Reasons, Does.Contain(reason));
}
