using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

public static partial class StringFunctions
{
    private const string Ellipsis = "...";

    /// <summary>The text without blanks on its left.</summary>
    public static string? Lstrip(string? text) => text?.TrimStart();

    /// <summary>The text without blanks on its right.</summary>
    public static string? Rstrip(string? text) => text?.TrimEnd();

    /// <summary>The text without blanks on either side.</summary>
    public static string? Strip(string? text) => text?.Trim();

    /// <summary>The text without line ends.</summary>
    public static string? StripNewlines(string? text) =>
        text?.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);

    /// <summary>
    /// The part of the text from <paramref name="start"/>, to the end or of so many characters. A negative start counts
    /// from the end; what lies outside the text is left out.
    /// </summary>
    public static string? Slice(string? text, int start, int? length = null) =>
        text is null ? null : Cut(text, start, length is null or 0 ? text.Length : length.Value);

    /// <summary>The part of the text from <paramref name="start"/> of so many characters, one unless told.</summary>
    public static string? Slice1(string? text, int start, int length = 1) =>
        text is null ? null : Cut(text, start, length);

    /// <summary>The parts of the text between the separators, without empty parts; an empty list for null.</summary>
    public static ScriptArray Split(TemplateContext context, SourceSpan span, string? text, string? match)
    {
        var parts = new ScriptArray();
        if (string.IsNullOrEmpty(text))
            return parts;
        if (string.IsNullOrEmpty(match))
        {
            parts.Add(text);
            return parts;
        }
        foreach (var range in text.AsSpan().Split(match))
        {
            if (range.End.Value == range.Start.Value)
                continue;
            context.CheckCount(span, parts.Count + 1);
            parts.Add(text[range]);
        }
        return parts;
    }

    /// <summary>The text cut to at most so many characters, the ellipsis counted among them.</summary>
    public static string? Truncate(
        TemplateContext context, SourceSpan span, string? text, int length, string? ellipsis = null)
    {
        if (text is null || text.Length <= length)
            return text;
        ellipsis ??= Ellipsis;
        context.CheckStringLength(span, ellipsis.Length);
        var kept = Math.Max(0, length - ellipsis.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    /// <summary>The first words of the text, with the ellipsis where words are left out. Words are parted by blanks.</summary>
    public static string? Truncatewords(
        TemplateContext context, SourceSpan span, string? text, int count, string? ellipsis = null)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        var kept = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (count-- <= 0)
                return Append(context, span, kept.ToString(), ellipsis ?? Ellipsis);
            kept.Append(kept.Length > 0 ? " " : "").Append(word);
        }
        return kept.ToString();
    }

    private static string Cut(string text, int start, int length)
    {
        long first = start < 0 ? (long)start + text.Length : start;
        var end = Math.Min(first + length, text.Length);
        first = Math.Max(first, 0);
        return end <= first ? "" : text[(int)first..(int)end];
    }
}
