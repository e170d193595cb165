using ReportGen.Templating;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class StringFunctionsTests
{
    [TestCase("true", "contains", "open records", "records")]
    [TestCase("false", "contains", "open records", "Records")]
    [TestCase("false", "contains", null, "a")]
    [TestCase("false", "contains", "a", null)]
    [TestCase("true", "starts_with", "政府信息", "政府")]
    [TestCase("false", "starts_with", null, "")]
    [TestCase("true", "ends_with", "open records", "records")]
    [TestCase("false", "ends_with", "a", null)]
    [TestCase("true", "equals_ignore_case", "Report", "REPORT")]
    [TestCase("false", "equals_ignore_case", "Report", null)]
    [TestCase("true", "empty", "")]
    [TestCase("true", "empty", null)]
    [TestCase("false", "empty", " ")]
    [TestCase("true", "whitespace", " \u3000\t")]
    [TestCase("true", "whitespace", null)]
    [TestCase("4", "size", "政府公报")]
    [TestCase("0", "size", null)]
    [TestCase("item", "pluralize", 1, "item", "items")]
    [TestCase("items", "pluralize", 5, "item", "items")]
    [TestCase("items", "pluralize", 0, "item", "items")]
    [TestCase("item", "pluralize", 1.0, "item", "items")]
    [TestCase("2", "index_of", "abcabc", "c")]
    [TestCase("5", "index_of", "abcabc", "c", 3)]
    [TestCase("-1", "index_of", "abcabc", "c", 3, 2)]
    [TestCase("2", "index_of", "abcabc", "C", 0, 6, "OrdinalIgnoreCase")]
    [TestCase("-1", "index_of", null, "c")]
    [TestCase("3", "index_of", "abc", "", 3)]
    public void A_text_answers(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("政府信息公开", "append", "政府信息", "公开")]
    [TestCase("x", "append", null, "x")]
    [TestCase("", "append", null, null)]
    [TestCase("12", "append", 1, 2)]
    [TestCase("政府信息公开", "prepend", "信息公开", "政府")]
    [TestCase("Report", "capitalize", "report")]
    [TestCase("Ärger", "capitalize", "ärger")]
    [TestCase("", "capitalize", "")]
    [TestCase("Annual  Report Of 2024", "capitalizewords", "annual  report of 2024")]
    [TestCase("html", "downcase", "HtMl")]
    [TestCase("HTML", "upcase", "HtMl")]
    [TestCase("table-3-total", "handleize", "Table 3: (Total)")]
    [TestCase("表三-总计", "handleize", "--表三 · 总计!")]
    [TestCase("ac ac", "remove", "abc abc", "b")]
    [TestCase("abc", "remove", "abc", null)]
    [TestCase("ac abc", "remove_first", "abc abc", "b")]
    [TestCase("abc ac", "remove_last", "abc abc", "b")]
    [TestCase("a--c a--c", "replace", "abc abc", "b", "--")]
    [TestCase("ac", "replace", "abc", "b", null)]
    [TestCase("abc", "replace", "abc", "", "x")]
    [TestCase("abc", "replace_first", "abc", null, "x")]
    [TestCase("a--c abc", "replace_first", "abc abc", "b", "--")]
    [TestCase("abc a--c", "replace_first", "abc abc", "b", "--", true)]
    [TestCase("   12", "pad_left", 12, 5)]
    [TestCase("12   ", "pad_right", 12, 5)]
    [TestCase("12", "pad_left", 12, -3)]
    [TestCase("  ", "pad_left", null, 2)]
    public void A_text_is_changed(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("x  ", "lstrip", "  x  ")]
    [TestCase("  x", "rstrip", "  x  ")]
    [TestCase("x", "strip", "\u3000x \n")]
    [TestCase("one two three", "strip_newlines", "one \r\ntwo \rth\nree")]
    [TestCase("ocal", "slice", "local", 1)]
    [TestCase("oca", "slice", "local", 1, 3)]
    [TestCase("lo", "slice", "local", -6, 3)]
    [TestCase("l", "slice", "local", 4, 5)]
    [TestCase("al", "slice", "local", -2)]
    [TestCase("", "slice", "local", 10)]
    [TestCase("", "slice", "local", -10)]
    [TestCase("", "slice", "local", int.MinValue, int.MinValue)]
    [TestCase("", "slice", "local", int.MaxValue, int.MaxValue)]
    [TestCase("", "slice", null, 1)]
    [TestCase("o", "slice1", "local", 1)]
    [TestCase("oca", "slice1", "local", 1, 3)]
    [TestCase("a", "slice1", "local", -2)]
    [TestCase("[\"a\", \"b\", \"c\"]", "split", "a/b//c", "/")]
    [TestCase("[\"a/b\"]", "split", "a/b", "")]
    [TestCase("[]", "split", null, "/")]
    [TestCase("Files and...", "truncate", "Files and letters of the year", 12)]
    [TestCase("Files a…", "truncate", "Files and letters", 8, "…")]
    [TestCase("...", "truncate", "Files", 2)]
    [TestCase("short", "truncate", "short", 5)]
    [TestCase("😀...", "truncate", "😀😀😀😀", 6)]
    [TestCase("Files and letters...", "truncatewords", "Files  and letters of the year", 3)]
    [TestCase("Two words", "truncatewords", "Two words", 4)]
    [TestCase("", "truncatewords", "", 4)]
    public void A_text_is_cut(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("123", "to_int", "123")]
    [TestCase("-1234", "to_int", " -1,234 ")]
    [TestCase("", "to_int", "12.5")]
    [TestCase("", "to_int", "99999999999")]
    [TestCase("", "to_int", null)]
    [TestCase("123678912345678", "to_long", "123678912345678")]
    [TestCase("123.4", "to_float", "123.4")]
    [TestCase("0.1", "to_double", "0.1")]
    [TestCase("1E+300", "to_double", "1e300")]
    [TestCase("", "to_double", "many")]
    [TestCase(@"a\tb\n\""c\\d\u0001", "escape", "a\tb\n\"c\\d\u0001")]
    [TestCase("\"one\\t\\\"two\\\"\"", "literal", "one\t\"two\"")]
    [TestCase("900150983cd24fb0d6963f7d28e17f72", "md5", "abc")]
    [TestCase("d41d8cd98f00b204e9800998ecf8427e", "md5", null)]
    [TestCase("a9993e364706816aba3e25717850c26c9cd0d89d", "sha1", "abc")]
    [TestCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "sha256", "abc")]
    [TestCase("4fd0b215276ef12f2b3e4c8ecac2811498b656fc", "hmac_sha1", "abc", "key")]
    [TestCase("9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab", "hmac_sha256", "abc", "key")]
    [TestCase("5pS/5bqc", "base64_encode", "政府")]
    [TestCase("政府", "base64_decode", "5pS/5bqc")]
    [TestCase("", "base64_decode", null)]
    public void A_text_is_converted(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("ddaf35a193617aba", "sha512", "abc")]
    [TestCase("3926a207c8c42b0c", "hmac_sha512", "abc", "key")]
    public void A_long_hash_is_right(string start, string function, params object?[]? arguments)
    {
        var hash = FunctionCalls.Text("string." + function, arguments);
        Assert.That(hash, Has.Length.EqualTo(128).And.StartsWith(start));
    }

    [Test]
    public void Numbers_are_read_by_the_culture() =>
        Assert.That(FunctionCalls.Value(FunctionCalls.In("de-DE"), "string.to_double", "1.234,5"), Is.EqualTo(1234.5m));

    [Test]
    public void Numbers_are_binary_where_the_context_has_no_decimals() =>
        Assert.That(
            FunctionCalls.Value(new TemplateContext { UseDecimals = false }, "string.to_double", "0.1"), Is.EqualTo(0.1));

    [TestCase("base64_decode", "not base64!")]
    [TestCase("index_of", "abc", "c", 4)]
    [TestCase("index_of", "abc", "c", 1, 3)]
    [TestCase("index_of", "abc", "c", 0, 3, "Loosely")]
    [TestCase("pad_left", "abc", 2_000_000)]
    [TestCase("pad_right", "abc", int.MaxValue)]
    [TestCase("slice", "abc", "here")]
    public void A_call_that_cannot_be_is_an_error(string function, params object?[]? arguments) =>
        Assert.That(
            () => FunctionCalls.Text("string." + function, arguments), Throws.InstanceOf<ScriptRuntimeException>());

    [TestCase("append", 600_000)]
    [TestCase("prepend", 600_000)]
    [TestCase("replace", 2_000)]
    [TestCase("escape", 900_000)]
    [TestCase("base64_encode", 900_000)]
    public void Texts_grow_only_to_the_limit(string function, int size)
    {
        var text = new string('\n', size);
        Assert.That(
            () => FunctionCalls.Text("string." + function, function == "replace" ? [text, "\n", text] : AsManyAs(function, text)),
            Throws.InstanceOf<ScriptRuntimeException>().With.Message.Contains("limit"));
    }

    private static object?[] AsManyAs(string function, string text) =>
        function is "append" or "prepend" ? [text, text] : [text];
}
