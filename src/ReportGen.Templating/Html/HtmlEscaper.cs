using System.Text.RegularExpressions;

namespace ReportGen.Templating.Html;

/// <summary>Escapes values for their place in HTML.</summary>
public static partial class HtmlEscaper
{
    private const string BlockedUrl = "#";
    private const string BlockedStyle = "unset";

    private static readonly string[] s_schemes = ["http", "https", "mailto", "tel"];

    /// <summary>
    /// Escapes text for HTML text and quoted attributes: five special characters become entities, a NUL becomes U+FFFD.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The HTML.</returns>
    public static string Escape(string text) => Special().Replace(text, Entity);

    /// <summary>The value as HTML text: HTML unchanged, all else escaped.</summary>
    internal static string AsHtml(RenderContext context, object? value) =>
        ISourcedValue.Plain(value) is HtmlString html ? html.Html : Escape(context.ToText(value));

    /// <summary>A value, not null, as written at <paramref name="place"/>.</summary>
    internal static string ForPlace(RenderContext context, object value, HtmlPlace place)
    {
        var text = place.Context switch
        {
            HtmlContext.Text => AsHtml(context, value),
            HtmlContext.PlainText or HtmlContext.Attribute => AsAttribute(context, value),
            HtmlContext.Comment => SeparateHyphens(SeparateHyphens(AsAttribute(context, value))),
            HtmlContext.Url => Escape(Url(context.ToText(value))),
            HtmlContext.UrlPath => Escape(Percent(context.ToText(value))),
            HtmlContext.UrlQuery => Escape(Percent(context.ToText(value)).Replace("/", "%2F", StringComparison.Ordinal)),
            HtmlContext.Style => Style(context.ToText(value)),
            _ => context.ToText(value),
        };
        return place.Unquoted ? NotUnquoted().Replace(text, Entity) : text;
    }

    private static string AsAttribute(RenderContext context, object value) => ISourcedValue.Plain(value) is HtmlString html
        ? Quotes().Replace(html.Html, Entity)
        : Escape(context.ToText(value));

    private static string Entity(Match character) => character.Value[0] switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\0' => "\ufffd",
        var c => $"&#{(int)c};",
    };

    /// <summary>Separates hyphens that would end a comment; of three in a row the last two only at the second call.</summary>
    private static string SeparateHyphens(string comment) => comment.Replace("--", "- -", StringComparison.Ordinal);

    private static string Url(string url)
    {
        var trimmed = url.Trim();
        var end = trimmed.AsSpan().IndexOfAny(":/?#");
        var hasScheme = end >= 0 && trimmed[end] == ':';
        var isBlocked = trimmed.Any(char.IsControl) || trimmed.Contains('\\')
            || (hasScheme && !s_schemes.Contains(trimmed[..end], StringComparer.OrdinalIgnoreCase));
        return isBlocked ? BlockedUrl : trimmed;
    }

    /// <summary>Percent-encodes all but letters, digits, existing percent-encodings and slashes.</summary>
    private static string Percent(string text) => NotInPath().Replace(text, match => Uri.EscapeDataString(match.Value));

    /// <summary>Keeps words, numbers and colours; removes anything that could end a declaration or fetch something.</summary>
    private static string Style(string text) =>
        text.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value is ' ' or '.' or ',' or '%' or '#' or '-' or '_')
            ? text
            : BlockedStyle;

    [GeneratedRegex("[&<>\"'\0]")]
    private static partial Regex Special();

    [GeneratedRegex("[<>\"'\0]")]
    private static partial Regex Quotes();

    [GeneratedRegex("[ \t\n\r\f=`/]")]
    private static partial Regex NotUnquoted();

    [GeneratedRegex("[^A-Za-z0-9._~%/-]+")]
    private static partial Regex NotInPath();
}
