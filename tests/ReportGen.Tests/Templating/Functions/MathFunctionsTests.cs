using System.Numerics;
using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class MathFunctionsTests
{
    [TestCase("15.5", "abs", -15.5)]
    [TestCase("5", "abs", -5)]
    [TestCase("2147483648", "abs", int.MinValue)]
    [TestCase("9223372036854775808", "abs", long.MinValue)]
    [TestCase("5", "ceil", 4.3)]
    [TestCase("-4", "ceil", "-4.6")]
    [TestCase("4", "floor", 4.6)]
    [TestCase("-5", "floor", "-4.3")]
    [TestCase("7", "floor", 7)]
    [TestCase("5", "round", 4.6)]
    [TestCase("3", "round", 2.5)]
    [TestCase("-3", "round", -2.5)]
    [TestCase("4.56", "round", 4.5612, 2)]
    [TestCase("2.68", "round", 2.675, 2)]
    [TestCase("2.68", "round", "2.675", 2)]
    [TestCase("", "round", null)]
    [TestCase("", "abs", null)]
    [TestCase("00FF", "format", 255, "X4")]
    [TestCase("00FF", "format", "255.0", "X4")]
    [TestCase("4.24", "format", 4.2435, "0.##")]
    [TestCase("1.523,00", "format", 1523, "N2", "de-DE")]
    [TestCase("", "format", null, "N2")]
    [TestCase("3", "plus", 1, 2)]
    [TestCase("0.3", "plus", "0.1", "0.2")]
    [TestCase("250", "minus", 255, 5)]
    [TestCase("6", "times", 2, 3)]
    [TestCase("1", "modulo", 11, 10)]
    [TestCase("4", "divided_by", "8.4", 2)]
    [TestCase("4.2", "divided_by", "8.4", 2.0)]
    [TestCase("-4", "divided_by", -7, 2)]
    [TestCase("-4", "divided_by", 7, -2)]
    [TestCase("3", "divided_by", -6, -2)]
    [TestCase("", "plus", null, 1)]
    [TestCase("", "minus", 1, null)]
    [TestCase("", "divided_by", 1, null)]
    [TestCase("true", "is_number", 4.5)]
    [TestCase("false", "is_number", "4.5")]
    [TestCase("false", "is_number", null)]
    public void Numbers_answer(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("math." + function, arguments), Is.EqualTo(expected));

    [Test]
    public void Very_large_numbers_stay_whole() =>
        Assert.That(FunctionCalls.Text("math.abs", -BigInteger.Pow(10, 40)), Is.EqualTo("1" + new string('0', 40)));

    [TestCase("abs", "many")]
    [TestCase("ceil", true)]
    [TestCase("divided_by", 1, 0)]
    [TestCase("divided_by", 1, 0.0)]
    [TestCase("modulo", 1, 0)]
    [TestCase("plus", "a", 1)]
    [TestCase("round", 1.5, 16)]
    [TestCase("round", 1.5, -1)]
    [TestCase("format", 1.5, "X4")]
    [TestCase("format", 1, "N999999999")]
    [TestCase("format", 1, "N2", "nowhere")]
    [TestCase("random", 5, 1)]
    public void A_call_that_cannot_be_is_an_error(string function, params object?[]? arguments) =>
        Assert.That(() => FunctionCalls.Text("math." + function, arguments), Throws.InstanceOf<ScriptRuntimeException>());

    [Test]
    public void A_random_number_lies_within_its_bounds()
    {
        var numbers = Enumerable.Range(0, 200).Select(_ => (int)FunctionCalls.Value(new TemplateContext(), "math.random", 1, 4)!);
        Assert.That(numbers.Distinct(), Is.SubsetOf(new[] { 1, 2, 3 }));
    }

    [Test]
    public void A_uuid_is_new_each_time() =>
        Assert.That(FunctionCalls.Text("math.uuid"), Is.Not.EqualTo(FunctionCalls.Text("math.uuid")).And.Length.EqualTo(36));

    [Test]
    public void A_rounded_figure_keeps_its_source() =>
        Assert.That(FunctionCalls.Value(new TemplateContext(), "math.round", new SourcedValue(1.5m, "A1")),
            Is.EqualTo(new SourcedValue(2m, "A1")));
}
