using System.Text;
using ReportGen.Templating.Parsing;

namespace ReportGen.Templating.Functions;

public static partial class StringFunctions
{
    /// <summary>The text followed by another; null counts as empty.</summary>
    public static string Append(TemplateContext context, SourceSpan span, string? text, string? with)
    {
        context.CheckStringLength(span, Length(text) + Length(with));
        return text + with;
    }

    /// <summary>The text with another in front of it; null counts as empty.</summary>
    public static string Prepend(TemplateContext context, SourceSpan span, string? text, string? by) =>
        Append(context, span, by, text);

    /// <summary>The text with a capital as its first character.</summary>
    public static string? Capitalize(string? text) => string.IsNullOrEmpty(text) || char.IsUpper(text[0])
        ? text
        : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a capital at the start of every word; words are parted by blanks.</summary>
    public static string? Capitalizewords(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = i == 0 || char.IsWhiteSpace(source[i - 1]) ? char.ToUpperInvariant(source[i]) : source[i];
        });
    }

    /// <summary>The text in small letters.</summary>
    public static string? Downcase(string? text) => text?.ToLowerInvariant();

    /// <summary>The text in capitals.</summary>
    public static string? Upcase(string? text) => text?.ToUpperInvariant();

    /// <summary>The text as a part of an address: letters and digits in small letters, all else one hyphen: 100-m-ms.</summary>
    public static string? Handleize(string? text)
    {
        if (text is null)
            return null;
        var handle = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                handle.Append(char.ToLowerInvariant(character));
            else if (handle.Length > 0 && handle[^1] != '-')
                handle.Append('-');
        }
        return handle.ToString().TrimEnd('-');
    }

    /// <summary>The text without every occurrence of another.</summary>
    public static string? Remove(TemplateContext context, SourceSpan span, string? text, string? remove) =>
        Replace(context, span, text, remove, "");

    /// <summary>The text without the first occurrence of another.</summary>
    public static string? RemoveFirst(TemplateContext context, SourceSpan span, string? text, string? remove) =>
        ReplaceFirst(context, span, text, remove, "");

    /// <summary>The text without the last occurrence of another.</summary>
    public static string? RemoveLast(TemplateContext context, SourceSpan span, string? text, string? remove) =>
        ReplaceFirst(context, span, text, remove, "", true);

    /// <summary>The text with every occurrence replaced; as it was where there is nothing to find.</summary>
    public static string? Replace(
        TemplateContext context, SourceSpan span, string? text, string? match, string? replace)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
            return text;
        var growth = Length(replace) - match.Length;
        if (growth > 0)
            context.CheckStringLength(span, text.Length + growth * Occurrences(text, match));
        return text.Replace(match, replace, StringComparison.Ordinal);
    }

    /// <summary>The text with one occurrence replaced: the first, or the last if <paramref name="fromEnd"/>.</summary>
    public static string? ReplaceFirst(
        TemplateContext context, SourceSpan span, string? text, string? match, string? replace, bool fromEnd = false)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
            return text;
        var place = fromEnd
            ? text.LastIndexOf(match, StringComparison.Ordinal)
            : text.IndexOf(match, StringComparison.Ordinal);
        if (place < 0)
            return text;
        context.CheckStringLength(span, text.Length - match.Length + Length(replace));
        return string.Concat(text.AsSpan(0, place), replace, text.AsSpan(place + match.Length));
    }

    /// <summary>The text filled up with blanks on its left to so many characters.</summary>
    public static string PadLeft(TemplateContext context, SourceSpan span, string? text, int width) =>
        (text ?? "").PadLeft(CheckWidth(context, span, width));

    /// <summary>The text filled up with blanks on its right to so many characters.</summary>
    public static string PadRight(TemplateContext context, SourceSpan span, string? text, int width) =>
        (text ?? "").PadRight(CheckWidth(context, span, width));

    private static int CheckWidth(TemplateContext context, SourceSpan span, int width)
    {
        context.CheckStringLength(span, width);
        return Math.Max(0, width);
    }

    private static long Length(string? text) => text?.Length ?? 0;

    private static long Occurrences(string text, string match)
    {
        long count = 0;
        for (var at = 0; (at = text.IndexOf(match, at, StringComparison.Ordinal)) >= 0; at += match.Length)
            count++;
        return count;
    }
}
