using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

/// <summary>The library <c>string</c>: questions about a text, its numbers and hashes. Lengths and places are in UTF-16 code units.</summary>
public static partial class StringFunctions
{
    /// <summary>Whether the text contains the value, letter for letter; false where either is null.</summary>
    public static bool Contains(string? text, string? value) =>
        text is not null && value is not null && text.Contains(value, StringComparison.Ordinal);

    /// <summary>Whether the text is null or has no characters.</summary>
    public static bool Empty(string? text) => string.IsNullOrEmpty(text);

    /// <summary>Whether the text is null, empty or nothing but blanks.</summary>
    public static bool Whitespace(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>Whether the text starts with the value; false where either is null.</summary>
    public static bool StartsWith(string? text, string? value) =>
        text is not null && value is not null && text.StartsWith(value, StringComparison.Ordinal);

    /// <summary>Whether the text ends with the value; false where either is null.</summary>
    public static bool EndsWith(string? text, string? value) =>
        text is not null && value is not null && text.EndsWith(value, StringComparison.Ordinal);

    /// <summary>Whether the texts are equal but for capitals; two nulls are.</summary>
    public static bool EqualsIgnoreCase(string? text, string? value) =>
        string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of UTF-16 code units; 0 for null.</summary>
    public static int Size(string? text) => text?.Length ?? 0;

    /// <summary>The singular where the number is exactly 1, otherwise the plural.</summary>
    public static string? Pluralize(object? number, string? singular, string? plural) =>
        ValueEquality.Instance.Equals(number, 1) ? singular : plural;

    /// <summary>
    /// The place of the first occurrence, from zero; -1 where there is none or a text is null. <paramref name="count"/>
    /// is the number of characters looked at.
    /// </summary>
    public static int IndexOf(
        TemplateContext context, SourceSpan span,
        string? text, string? search, int? startIndex = null, int? count = null, string? stringComparison = null)
    {
        if (text is null || search is null)
            return -1;
        var start = startIndex ?? 0;
        if (start < 0 || start > text.Length)
            throw FunctionMessages.OutOfRange(span, "string.index_of", "start_index", start, 0, text.Length);
        var length = count ?? text.Length - start;
        if (length < 0 || length > text.Length - start)
            throw FunctionMessages.OutOfRange(span, "string.index_of", "count", length, 0, text.Length - start);
        using var culture = new CultureScope(context.CurrentCulture);
        return text.IndexOf(search, start, length, Comparison(span, stringComparison));
    }

    private static StringComparison Comparison(SourceSpan span, string? name)
    {
        if (name is null)
            return StringComparison.Ordinal;
        return Enum.GetNames<StringComparison>().Contains(name)
            ? Enum.Parse<StringComparison>(name)
            : throw FunctionMessages.NotOneOf(span, "string.index_of", name, Enum.GetNames<StringComparison>());
    }
}
