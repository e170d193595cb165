using System.Buffers;

namespace ReportGen.Templating.Html;

/// <summary>Escapes values for their place in HTML.</summary>
public static class HtmlEscaper
{
    private const string BlockedUrl = "#";
    private const string BlockedStyle = "unset";

    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'\0");
    private static readonly SearchValues<char> s_quotes = SearchValues.Create("<>\"'\0");
    private static readonly SearchValues<char> s_unquoted = SearchValues.Create(" \t\n\r\f=`/");
    private static readonly string[] s_schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The value as HTML text: HTML unchanged, all else escaped.</summary>
    internal static string AsHtml(RenderContext context, object? value) =>
        ISourcedValue.Plain(value) is HtmlString html ? html.Html : Escape(context.ToText(value));

    /// <summary>
    /// Escapes text for HTML text and quoted attributes: five special characters become entities, a NUL becomes U+FFFD.
    /// </summary>
    public static string Escape(string text) => text.AsSpan().ContainsAny(s_special) ? Replace(text, s_special) : text;

    /// <summary>A value, not null, as written at <paramref name="place"/>.</summary>
    internal static string ForPlace(RenderContext context, object value, HtmlPlace place)
    {
        var text = place.Context switch
        {
            HtmlContext.Text => AsHtml(context, value),
            HtmlContext.PlainText or HtmlContext.Attribute => AsAttribute(context, value),
            HtmlContext.Comment => Part(Part(AsAttribute(context, value))),
            HtmlContext.Url => Escape(Url(context.ToText(value))),
            HtmlContext.UrlPath => Escape(Percent(context.ToText(value), "/")),
            HtmlContext.UrlQuery => Escape(Percent(context.ToText(value), "")),
            HtmlContext.Style => Style(context.ToText(value)),
            _ => context.ToText(value),
        };
        return place.Unquoted && text.AsSpan().ContainsAny(s_unquoted) ? Replace(text, s_unquoted) : text;
    }

    private static string AsAttribute(RenderContext context, object value)
    {
        if (ISourcedValue.Plain(value) is not HtmlString html) return Escape(context.ToText(value));
        return html.Html.AsSpan().ContainsAny(s_quotes) ? Replace(html.Html, s_quotes) : html.Html;
    }

    private static string Replace(string text, SearchValues<char> characters)
    {
        var result = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(characters) is var at and >= 0)
        {
            result.Append(rest[..at]);
            AppendEntity(result, rest[at]);
            rest = rest[(at + 1)..];
        }

        return result.Append(rest).ToString();
    }

    private static void AppendEntity(StringBuilder result, char c)
    {
        _ = c switch
        {
            '&' => result.Append("&amp;"),
            '<' => result.Append("&lt;"),
            '>' => result.Append("&gt;"),
            '"' => result.Append("&quot;"),
            '\0' => result.Append('\ufffd'),
            _ => result.Append("&#").Append((int)c).Append(';'),
        };
    }

    /// <summary>Separates hyphens that would end a comment; of three in a row the last two only at the second call.</summary>
    private static string Part(string comment) => comment.Replace("--", "- -", StringComparison.Ordinal);

    private static string Url(string url)
    {
        var trimmed = url.Trim();
        var end = trimmed.AsSpan().IndexOfAny(":/?#");
        var hasScheme = end >= 0 && trimmed[end] == ':';
        if (trimmed.Any(char.IsControl) || trimmed.Contains('\\')
            || (hasScheme && !s_schemes.Contains(trimmed[..end], StringComparer.OrdinalIgnoreCase)))
        {
            return BlockedUrl;
        }

        return trimmed;
    }

    /// <summary>Percent-encodes all but letters, digits, existing percent-encodings, and <paramref name="kept"/>.</summary>
    private static string Percent(string text, string kept)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.ToString();
            var plain = rune.IsAscii && (char.IsAsciiLetterOrDigit(c[0]) || "-._~%".Contains(c[0]) || kept.Contains(c[0]));
            result.Append(plain ? c : Uri.EscapeDataString(c));
        }

        return result.ToString();
    }

    /// <summary>Keeps words, numbers and colours; removes anything that could end a declaration or fetch something.</summary>
    private static string Style(string text) =>
        text.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is ' ' or '.' or ',' or '%' or '#' or '-' or '_')
            ? text
            : BlockedStyle;
}
