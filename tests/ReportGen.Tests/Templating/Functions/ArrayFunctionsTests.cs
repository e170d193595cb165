using ReportGen.Templating;
using ReportGen.Templating.Runtime;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class ArrayFunctionsTests
{
    [TestCase("[1, 2, 3, 4]", "add", 4)]
    [TestCase("[1, 2, 3, null]", "add", null)]
    [TestCase("3", "size")]
    [TestCase("1", "first")]
    [TestCase("3", "last")]
    [TestCase("[3, 2, 1]", "reverse")]
    [TestCase("[1, 2]", "limit", 2)]
    [TestCase("[]", "limit", -1)]
    [TestCase("[1, 2, 3]", "limit", int.MaxValue)]
    [TestCase("[2, 3]", "offset", 1)]
    [TestCase("[1, 2, 3]", "offset", -1)]
    [TestCase("[]", "offset", 9)]
    [TestCase("[1, 2, \"x\", 3]", "insert_at", 2, "x")]
    [TestCase("[\"x\", 1, 2, 3]", "insert_at", -5, "x")]
    [TestCase("[1, 2, 3, null, 9]", "insert_at", 4, 9)]
    [TestCase("[1, 2]", "remove_at", 2)]
    [TestCase("[1, 2]", "remove_at", -1)]
    [TestCase("[1, 2, 3]", "remove_at", 7)]
    [TestCase("[1, 2, 3]", "remove_at", int.MinValue)]
    [TestCase("1|2|3", "join", "|")]
    [TestCase("123", "join", null)]
    [TestCase("true", "contains", 3)]
    [TestCase("true", "contains", 3.0)]
    [TestCase("false", "contains", "3")]
    public void A_list_answers(string expected, string function, params object?[]? arguments)
    {
        var list = new ScriptArray(new object?[] { 1, 2, 3 });
        Assert.That(FunctionCalls.Text("array." + function, [list, .. arguments ?? [null]]), Is.EqualTo(expected));
        Assert.That(list, Is.EqualTo(new object?[] { 1, 2, 3 }), "the list itself stays");
    }

    [TestCase("[4]", "add", 4)]
    [TestCase("[]", "add_range", null)]
    [TestCase("[]", "compact")]
    [TestCase("[]", "reverse")]
    [TestCase("[]", "sort")]
    [TestCase("[]", "uniq")]
    [TestCase("0", "size")]
    [TestCase("", "first")]
    [TestCase("", "last")]
    [TestCase("", "cycle")]
    [TestCase("", "join", ",")]
    [TestCase("false", "contains", 1)]
    public void Nothing_is_an_empty_list(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("array." + function, [null, .. arguments ?? [null]]), Is.EqualTo(expected));

    [Test]
    public void Lists_are_joined_whatever_they_are()
    {
        var range = new ScriptRange(Enumerable.Range(1, 3));
        Assert.That(FunctionCalls.Text("array.concat", range, new[] { 4, 5 }), Is.EqualTo("[1, 2, 3, 4, 5]"));
        Assert.That(FunctionCalls.Text("array.add_range", "ab", range), Is.EqualTo("[\"a\", \"b\", 1, 2, 3]"));
    }

    [Test]
    public void Equal_numbers_of_different_kinds_are_one() =>
        Assert.That(FunctionCalls.Text("array.uniq", new ScriptArray(new object?[] { 1, 1.0m, 1.0, "1", null, null, 2 })),
            Is.EqualTo("[1, \"1\", null, 2]"));

    [Test]
    public void Null_is_dropped_by_compact_even_with_a_source() =>
        Assert.That(FunctionCalls.Text("array.compact", new ScriptArray(new object?[] { 1, null, new SourcedValue(null, "A1"), 3 })),
            Is.EqualTo("[1, 3]"));

    [Test]
    public void Mixed_lists_sort_without_failing() =>
        Assert.That(
            FunctionCalls.Text("array.sort", new ScriptArray(new object?[] { "Town", "street", 10, 2.5m, 2, true, null, double.NaN })),
            Is.EqualTo("[null, true, NaN, 2, 2.5, 10, \"street\", \"Town\"]"));

    [Test]
    public void Chinese_text_sorts_by_pinyin_in_a_Chinese_culture() =>
        Assert.That(FunctionCalls.Text(FunctionCalls.In("zh-CN"), "array.sort", new ScriptArray(new[] { "总计", "本年", "上年" })),
            Is.EqualTo("[\"本年\", \"上年\", \"总计\"]"));

    [Test]
    public void Members_are_mapped_and_sorted_by()
    {
        var list = new ScriptArray(new[] { Item("licence", 2), Item("fine", 1), null });
        Assert.That(FunctionCalls.Text("array.map", list, "title"), Is.EqualTo("[\"licence\", \"fine\", null]"));
        Assert.That(FunctionCalls.Text("array.map", FunctionCalls.Value(new TemplateContext(), "array.sort", list, "rank"), "title"),
            Is.EqualTo("[null, \"fine\", \"licence\"]"));
    }

    [TestCase("array.map")]
    [TestCase("array.sort")]
    [TestCase("figure.sum")]
    public void A_member_that_no_item_has_is_an_error_only_where_the_context_is_strict(string function)
    {
        var list = new ScriptArray(new[] { Item("licence", 2) });
        Assert.That(() => FunctionCalls.Text(function, list, "titel"),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("titel"));
        Assert.That(() => FunctionCalls.Text(new TemplateContext { StrictVariables = false }, function, list, "titel"), Throws.Nothing);
    }

    [Test]
    public void An_object_is_a_list_of_its_keys_and_values()
    {
        Assert.That(FunctionCalls.Text("array.map", Item("licence", 2), "key"), Is.EqualTo("[\"title\", \"rank\"]"));
        Assert.That(FunctionCalls.Text("array.map", Item("licence", 2), "value"), Is.EqualTo("[\"licence\", 2]"));
    }

    [Test]
    public void Functions_are_called_with_each_item()
    {
        var context = new TemplateContext();
        var list = new ScriptArray(new[] { " a", "", "6 " });
        Assert.That(FunctionCalls.Text("array.each", list, Function(context, "strip")), Is.EqualTo("[\"a\", \"\", \"6\"]"));
        Assert.That(FunctionCalls.Text("array.filter", list, Function(context, "empty")), Is.EqualTo("[\"\"]"));
        Assert.That(FunctionCalls.Text("array.any", list, Function(context, "contains"), "6"), Is.EqualTo("true"));
        Assert.That(FunctionCalls.Text("array.any", list, Function(context, "contains"), "7"), Is.EqualTo("false"));
        Assert.That(FunctionCalls.Text("array.join", list, "|", Function(context, "strip")), Is.EqualTo("a||6"));
    }

    [Test]
    public void A_cycle_turns_in_its_group_and_its_rendering()
    {
        var context = new TemplateContext();
        var list = new ScriptArray(new[] { "one", "two" });
        string Turn(object? group) => FunctionCalls.Text(context, "array.cycle", list, group);
        Assert.That(new[] { Turn(null), Turn(null), Turn(null), Turn("g"), Turn("g"), Turn(null) },
            Is.EqualTo(new[] { "one", "two", "one", "one", "two", "two" }));
        Assert.That(FunctionCalls.Text(new TemplateContext(), "array.cycle", list), Is.EqualTo("one"));
    }

    [Test]
    public void Items_keep_their_source()
    {
        var sourced = new SourcedValue(7, "表三!H4");
        var list = new ScriptArray(new object[] { sourced });
        Assert.That(FunctionCalls.Value(new TemplateContext(), "array.first", list), Is.SameAs(sourced));
    }

    [TestCase("size", 5)]
    [TestCase("each", "ab", null)]
    [TestCase("insert_at", null, int.MaxValue, 1)]
    public void What_is_no_list_or_function_is_an_error(string function, params object?[]? arguments) =>
        Assert.That(() => FunctionCalls.Text("array." + function, arguments), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase("concat")]
    [TestCase("reverse")]
    [TestCase("sort")]
    [TestCase("uniq")]
    [TestCase("last")]
    public void Lists_grow_only_to_the_limit(string function)
    {
        var context = new TemplateContext { CollectionLimit = 100 };
        var endless = new ScriptRange(Enumerable.Range(0, int.MaxValue));
        Assert.That(() => FunctionCalls.Text(context, "array." + function, endless, null),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("limit of 100"));
    }

    private static ScriptObject Item(string title, int rank) => new() { ["title"] = title, ["rank"] = rank };

    private static object? Function(TemplateContext context, string name) =>
        ((ScriptObject)context.BuiltinObject["string"]!)[name];
}
