using System.Numerics;
using ReportGen.Templating;
using ReportGen.Templating.Functions;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

/// <summary>What holds for all built-in functions alike.</summary>
public sealed class EveryFunctionTests
{
    private static IEnumerable<string> Functions() => new TemplateContext().BuiltinObject
        .Where(member => member.Value is FunctionLibrary)
        .SelectMany(library => ((FunctionLibrary)library.Value!).AllMembers, (library, name) => $"{library.Key}.{name}");

    [TestCaseSource(nameof(Functions))]
    [CancelAfter(20_000)]
    public void Odd_arguments_give_a_value_or_a_mistake_with_its_reason(string function)
    {
        foreach (var first in OddValues())
        foreach (var second in OddValues())
            CallWithin(function, first, second);
    }

    [TestCase("{{ 'abcabc' | string.index_of 'c' startIndex: 3 }}", "5")]
    [TestCase("{{ 'abcabc' | string.index_of 'c' start_index: 3 }}", "5")]
    [TestCase("{{ 'abc' | string.hmac_sha1 secretKey: 'key' | string.slice 0 8 }}", "4fd0b215")]
    public void Arguments_may_be_named_in_either_style(string template, string expected) =>
        Assert.That(Template.Parse(template).Render(new TemplateContext()), Is.EqualTo(expected));

    [Test]
    public void A_single_precision_number_stays_one_in_a_sum() =>
        Assert.That(
            Template.Parse("{{ ('123.2' | string.to_float) + 1 }}").Render(new TemplateContext { UseDecimals = false }),
            Is.EqualTo("124.2"));

    private static void CallWithin(string function, object? first, object? second)
    {
        var context = new TemplateContext { LimitToString = 10_000, CollectionLimit = 1_000, RegexTimeOut = TimeSpan.FromMilliseconds(50) };
        try
        {
            Assert.That(FunctionCalls.Text(context, function, first, second, second), Has.Length.LessThan(40_000));
        }
        catch (ScriptRuntimeException mistake)
        {
            Assert.That(mistake.Reason.Chinese, Is.Not.Empty);
            Assert.That(mistake.InnerException, Is.Not.InstanceOf<NullReferenceException>().And.Not.InstanceOf<IndexOutOfRangeException>());
        }
    }

    private static object?[] OddValues()
    {
        var loop = new ScriptArray();
        loop.Add(loop);
        return
        [
            null, "", "政\ud83d府", "%Y%", "{{ x", "N999999999", new string('(', 500), -1, 0, int.MaxValue, double.MaxValue,
            double.NaN, decimal.MinValue, BigInteger.Pow(10, 200), true, DateTime.MaxValue, TimeSpan.MinValue, new ScriptObject(),
            loop, new ScriptRange(Enumerable.Range(0, int.MaxValue)), new HtmlString("<b>"), new SourcedValue("x", "A1"), EmptyScriptObject.Default,
        ];
    }
}
