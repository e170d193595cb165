using System.Collections;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>The library <c>object</c>: questions about any value.</summary>
public static partial class ObjectFunctions
{
    /// <summary>The value, or the other one where it is null or an empty text. Blanks are not empty.</summary>
    public static object? Default([AsIs] object? value, [AsIs] object? @default) =>
        TemplateContext.Unwrap(value) is null or "" or HtmlString { Html: "" } ? @default : value;

    /// <summary>The value by a .NET format string, in the named culture or the context's own.</summary>
    public static string? Format(
        TemplateContext context, SourceSpan span, object? value, string? format, string? culture = null) =>
        Formats.Apply(context, span, "object.format", value, format, culture);

    /// <summary>Whether the object has a member of that name.</summary>
    public static bool HasKey(object? value, string? key) => key is not null && value switch
    {
        ScriptArray => false,
        IScriptObject members => members.Contains(key),
        IDictionary entries => entries.Contains(key),
        _ => false,
    };

    /// <summary>Whether the object has a member of that name that is not null.</summary>
    public static bool HasValue(TemplateContext context, SourceSpan span, object? value, string? key) =>
        HasKey(value, key) && TemplateContext.Unwrap(Members.Get(context, span, value, key!)) is not null;

    /// <summary>The names of the object's members, in order; an empty list for anything else.</summary>
    public static ScriptArray Keys(TemplateContext context, SourceSpan span, object? value) =>
        Lists.Gather(context, span, Names(value));

    /// <summary>The values of the object's members, in order; an empty list for anything else.</summary>
    public static ScriptArray Values(TemplateContext context, SourceSpan span, object? value) =>
        Lists.Gather(context, span, Names(value).Select(name => Members.Get(context, span, value, name)));

    /// <summary>The length of a text, the number of items of a list, the number of members of an object; otherwise 0.</summary>
    public static int Size(TemplateContext context, SourceSpan span, object? value) => value switch
    {
        string or HtmlString => context.ObjectToString(value).Length,
        ScriptArray array => array.Count,
        IScriptObject members => members.Count,
        IEnumerable => ArrayFunctions.Size(context, span, value),
        _ => 0,
    };

    /// <summary>The broad kind: <c>string</c>, <c>boolean</c>, <c>number</c>, <c>array</c>, <c>iterator</c> or <c>object</c>; null for null.</summary>
    public static string? Typeof(object? value) => value switch
    {
        null => null,
        string or HtmlString => "string",
        bool => "boolean",
        _ when Numbers.IsNumber(value) => "number",
        IList => "array",
        IScriptObject or IDictionary => "object",
        IEnumerable => "iterator",
        _ => "object",
    };

    /// <summary>The exact kind: <c>int</c>, <c>long</c>, <c>decimal</c>, <c>double</c>, <c>range</c>, <c>function</c> …; null for null.</summary>
    public static string? Kind(TemplateContext context, object? value) => value switch
    {
        null => null,
        HtmlString => "string",
        _ => context.TypeName(value),
    };

    private static IEnumerable<string> Names(object? value) => value switch
    {
        ScriptArray => [],
        IScriptObject members => members.GetMembers(),
        IDictionary entries => entries.Keys.OfType<string>(),
        _ => [],
    };
}
