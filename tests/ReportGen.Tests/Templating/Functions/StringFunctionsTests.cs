using ReportGen.Templating;
using ReportGen.Templating.Syntax;

namespace ReportGen.Tests.Templating.Functions;

public sealed class StringFunctionsTests
{
    [TestCase("true", "contains", "This is easy", "easy")]
    [TestCase("false", "contains", "This is easy", "Easy")]
    [TestCase("false", "contains", null, "a")]
    [TestCase("false", "contains", "a", null)]
    [TestCase("true", "starts_with", "政府信息", "政府")]
    [TestCase("false", "starts_with", null, "")]
    [TestCase("true", "ends_with", "This is easy", "easy")]
    [TestCase("false", "ends_with", "a", null)]
    [TestCase("true", "equals_ignore_case", "Report", "REPORT")]
    [TestCase("false", "equals_ignore_case", "Report", null)]
    [TestCase("true", "empty", "")]
    [TestCase("true", "empty", null)]
    [TestCase("false", "empty", " ")]
    [TestCase("true", "whitespace", " \u3000\t")]
    [TestCase("true", "whitespace", null)]
    [TestCase("4", "size", "test")]
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

    [TestCase("Hello World", "append", "Hello", " World")]
    [TestCase("x", "append", null, "x")]
    [TestCase("", "append", null, null)]
    [TestCase("12", "append", 1, 2)]
    [TestCase("Hello World", "prepend", "World", "Hello ")]
    [TestCase("Test", "capitalize", "test")]
    [TestCase("Ärger", "capitalize", "ärger")]
    [TestCase("", "capitalize", "")]
    [TestCase("This Is  Easy", "capitalizewords", "This is  easy")]
    [TestCase("test", "downcase", "TeSt")]
    [TestCase("TEST", "upcase", "TeSt")]
    [TestCase("100-m-ms", "handleize", "100% M & Ms!!!")]
    [TestCase("this-is-a-value", "handleize", "--This & is a @@^^&%%%%% value@@")]
    [TestCase("Hello, . Goodbye, .", "remove", "Hello, world. Goodbye, world.", "world")]
    [TestCase("abc", "remove", "abc", null)]
    [TestCase("Hello, . Goodbye, world.", "remove_first", "Hello, world. Goodbye, world.", "world")]
    [TestCase("Hello, world. Goodbye, .", "remove_last", "Hello, world. Goodbye, world.", "world")]
    [TestCase("Hello, buddy. Goodbye, buddy.", "replace", "Hello, world. Goodbye, world.", "world", "buddy")]
    [TestCase("ac", "replace", "abc", "b", null)]
    [TestCase("abc", "replace", "abc", "", "x")]
    [TestCase("yoyo", "replace_first", "yoyo", null, "boom")]
    [TestCase("Hello, buddy. Goodbye, world.", "replace_first", "Hello, world. Goodbye, world.", "world", "buddy")]
    [TestCase("Hello, world. Goodbye, buddy.", "replace_first", "Hello, world. Goodbye, world.", "world", "buddy", true)]
    [TestCase("     world", "pad_left", "world", 10)]
    [TestCase("hello     ", "pad_right", "hello", 10)]
    [TestCase("hello", "pad_left", "hello", -3)]
    [TestCase("  ", "pad_left", null, 2)]
    public void A_text_is_changed(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("x  ", "lstrip", "  x  ")]
    [TestCase("  x", "rstrip", "  x  ")]
    [TestCase("x", "strip", "\u3000x \n")]
    [TestCase("This is a string. With another string", "strip_newlines", "This is a string.\r\n With \nanother \rstring")]
    [TestCase("ello", "slice", "hello", 1)]
    [TestCase("ell", "slice", "hello", 1, 3)]
    [TestCase("te", "slice", "test", -5, 3)]
    [TestCase("t", "slice", "test", 3, 5)]
    [TestCase("st", "slice", "test", -2)]
    [TestCase("", "slice", "test", 10)]
    [TestCase("", "slice", "test", -10)]
    [TestCase("", "slice", "test", int.MinValue, int.MinValue)]
    [TestCase("", "slice", "test", int.MaxValue, int.MaxValue)]
    [TestCase("", "slice", null, 1)]
    [TestCase("e", "slice1", "hello", 1)]
    [TestCase("ell", "slice1", "hello", 1, 3)]
    [TestCase("s", "slice1", "test", -2)]
    [TestCase("[\"a\", \"b\", \"c\"]", "split", "a/b//c", "/")]
    [TestCase("[\"a/b\"]", "split", "a/b", "")]
    [TestCase("[]", "split", null, "/")]
    [TestCase("The cat ca...", "truncate", "The cat came back the very next day", 13)]
    [TestCase("The cat…", "truncate", "The cat came back", 8, "…")]
    [TestCase("...", "truncate", "The cat", 2)]
    [TestCase("short", "truncate", "short", 5)]
    [TestCase("😀...", "truncate", "😀😀😀😀", 6)]
    [TestCase("The cat came back...", "truncatewords", "The cat came back the very next day", 4)]
    [TestCase("The cat", "truncatewords", "The cat", 4)]
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
    [TestCase(@"Hel\tlo\n\""W\\orld\u0001", "escape", "Hel\tlo\n\"W\\orld\u0001")]
    [TestCase("\"Hello\\n\\\"World\\\"\"", "literal", "Hello\n\"World\"")]
    [TestCase("098f6bcd4621d373cade4e832627b4f6", "md5", "test")]
    [TestCase("d41d8cd98f00b204e9800998ecf8427e", "md5", null)]
    [TestCase("a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "sha1", "test")]
    [TestCase("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "sha256", "test")]
    [TestCase("1aa349585ed7ecbd3b9c486a30067e395ca4b356", "hmac_sha1", "test", "secret")]
    [TestCase("0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914", "hmac_sha256", "test", "secret")]
    [TestCase("5pS/5bqc", "base64_encode", "政府")]
    [TestCase("政府", "base64_decode", "5pS/5bqc")]
    [TestCase("", "base64_decode", null)]
    public void A_text_is_converted(string expected, string function, params object?[]? arguments) =>
        Assert.That(FunctionCalls.Text("string." + function, arguments), Is.EqualTo(expected));

    [TestCase("ee26b0dd4af7e749", "sha512", "test")]
    [TestCase("f8a4f0a209167bc1", "hmac_sha512", "test", "secret")]
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
