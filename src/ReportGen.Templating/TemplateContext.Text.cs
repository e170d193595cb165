using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating;

public partial class TemplateContext
{
    private const string PlainDecimal = "0.############################";

    /// <summary>
    /// The value as text, never null: null is nothing, lists are <c>[1, 2]</c>, objects <c>{a: 1}</c>; with
    /// <paramref name="nested"/> strings stand in quotes and null is <c>null</c>. Longer than
    /// <see cref="LimitToString"/> or deeper than <see cref="ObjectRecursionLimit"/> is cut with <c>...</c>. Where the
    /// output is escaped, HTML counts as the text that it shows, to be escaped again when it is printed.
    /// </summary>
    public string ObjectToString(object? value, bool nested = false)
    {
        value = Unwrap(value);
        if (!nested && value is string plain)
            return plain;
        if (!nested && value is null)
            return "";
        var text = new StringBuilder();
        Print(text, value, nested, 0);
        Charge(CurrentSpan, text.Length / CharactersPerStep);
        return text.ToString();
    }

    /// <summary>The kind of a value in messages and <c>object.kind</c>: <c>int</c>, <c>string</c>, <c>array</c> …</summary>
    public string TypeName(object? value) => Unwrap(value) switch
    {
        null => "null",
        IScriptCustomFunction => "function",
        ScriptRange => "range",
        IScriptObject and not ScriptArray => "object",
        var plain => TypeName(plain.GetType()),
    };

    private static string TypeName(Type type)
    {
        if (type == typeof(BigInteger))
            return "bigint";
        if (type.IsPrimitive || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime))
            return PrimitiveName(type);
        if (typeof(IDictionary).IsAssignableFrom(type) || typeof(IScriptObject) == type || type == typeof(object))
            return "object";
        return typeof(IEnumerable).IsAssignableFrom(type) ? "array" : StandardMemberRenamer.Rename(type.Name);
    }

    private static string PrimitiveName(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.DateTime => "datetime",
        _ => type.Name.ToLowerInvariant(),
    };

    private void Print(StringBuilder text, object? value, bool nested, int depth)
    {
        value = Unwrap(value);
        if (text.Length > LimitToString)
            return;
        if (value is string or null or bool or EmptyScriptObject || value is not (IEnumerable or IScriptObject))
            text.Append(PrintScalar(value, nested));
        else if (depth >= ObjectRecursionLimit)
            text.Append("...");
        else if (value is IScriptObject and not ScriptArray or IDictionary)
            PrintObject(text, value, depth);
        else
            PrintList(text, (IEnumerable)value, depth);
        if (text.Length > LimitToString)
            Cut(text);
    }

    private void Cut(StringBuilder text)
    {
        text.Length = LimitToString;
        text.Append("...");
    }

    private string PrintScalar(object? value, bool nested) => value switch
    {
        null => nested ? "null" : "",
        string text => nested ? Quote(text) : text,
        HtmlString html => PrintScalar(EnableHtmlEscape ? html.Text : html.Html, nested),
        EmptyScriptObject => "",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString(UseDecimals ? PlainDecimal : null, CurrentCulture),
        DateTime date => BuiltinObject.FormatDate(this, date),
        IScriptCustomFunction function => function.Name,
        IFormattable other => other.ToString(null, CurrentCulture),
        _ => value.ToString() ?? "",
    };

    private static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private void PrintList(StringBuilder text, IEnumerable items, int depth)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(", ");
            first = false;
            StepLoop(CurrentSpan);
            Print(text, item, true, depth + 1);
            if (text.Length > LimitToString)
                return;
        }

        text.Append(']');
    }

    private void PrintObject(StringBuilder text, object value, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, member) in MembersOf(value))
        {
            if (!first)
                text.Append(", ");
            first = false;
            StepLoop(CurrentSpan);
            text.Append(name).Append(": ");
            Print(text, member, true, depth + 1);
            if (text.Length > LimitToString)
                return;
        }

        text.Append('}');
    }

    private IEnumerable<(string Name, object? Value)> MembersOf(object value)
    {
        if (value is IScriptObject members)
        {
            foreach (var name in members.GetMembers())
                yield return (name, members.TryGetValue(this, CurrentSpan, name, out var member) ? member : null);
            yield break;
        }

        foreach (DictionaryEntry entry in (IDictionary)value)
            yield return (Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value);
    }
}
