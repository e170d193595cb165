using System.Numerics;
using ReportGen.Templating;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Html;
using ReportGen.Templating.Sources;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>Properties of all built-in functions.</summary>
public sealed class EveryFunctionTests
{
    private static IEnumerable<string> Functions() => BuiltinNames.All();

    [TestCaseSource(nameof(Functions))]
    [CancelAfter(20_000)]
    public void Odd_arguments_give_a_value_or_an_error_with_its_reason(string function)
    {
        foreach (var first in OddValues())
        foreach (var second in OddValues()) CallWithin(function, first, second);
    }

    [Test]
    public void A_function_receives_plain_values_and_its_result_has_their_sources()
    {
        var result = FunctionCalls.Value(new RenderContext(), "string.append", new SourcedValue("3", "A1"),
            new SourcedValue("4", "B2"));
        Assert.That(((ISourcedValue)result!).Value, Is.EqualTo("34"));
        Assert.That(((JoinedSources)((ISourcedValue)result).Source).Parts, Is.EqualTo(new[] { "A1", "B2" }));
    }

    [Test]
    public void No_result_is_a_lazy_list() => Assert.That(
        FunctionCalls.Value(new RenderContext(), "array.offset", new ScriptRange(Enumerable.Range(0, 5).Cast<object>()), 1),
        Is.TypeOf<ScriptArray>());

    private static void CallWithin(string function, object? first, object? second)
    {
        var context = new RenderContext
            { LimitToString = 10_000, CollectionLimit = 1_000, LoopLimit = 10_000, RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        try
        {
            Assert.That(FunctionCalls.Text(context, function, first, second), Has.Length.LessThan(40_000));
        }
        catch (Exception error) when (error is not AssertionException)
        {
            var wrapped = error as ScriptRuntimeException ?? new ScriptRuntimeException(default, error.Message, error);
            Assert.That(context.Describe(wrapped).Reason.Chinese, Is.Not.Empty);
            Assert.That(error, Is.Not.InstanceOf<StackOverflowException>().And.Not.InstanceOf<OutOfMemoryException>());
        }
    }

    private static object?[] OddValues() =>
    [
        null, "", "政\ud83d府", "%Y%", "{{ x", "N999999999", new string('(', 500), -1, 0, int.MaxValue, double.MaxValue,
        double.NaN, decimal.MinValue, BigInteger.Pow(10, 200), true, DateTime.MaxValue, TimeSpan.MinValue, new ScriptObject(),
        new ScriptArray { new ScriptArray { 1 } }, new ScriptRange(Enumerable.Range(0, 2_000).Cast<object>()),
        new HtmlString("<b>"), new SourcedValue("x", "A1"), EmptyScriptObject.Default,
    ];
}
