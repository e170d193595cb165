using System.Buffers;
using System.Text;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The library <c>html</c>. Where the context escapes its output, results that are HTML are marked as such and are not
/// escaped a second time; elsewhere they are plain text.
/// </summary>
public static class HtmlFunctions
{
    private static readonly SearchValues<byte> UrlBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~!#$&'()*+,/:;=?@[]"u8);

    /// <summary>The text without HTML tags, comments, scripts and styles. The rest is text, still to be escaped.</summary>
    public static string? Strip(TemplateContext context, object? text) => text switch
    {
        null => null,
        HtmlString html => new HtmlString(HtmlStripper.Strip(html.Html)).Text,
        _ => HtmlStripper.Strip(context.ObjectToString(text)),
    };

    /// <summary>The text as HTML: <c>&amp;</c>, <c>&lt;</c>, <c>&gt;</c> and both quotes written as entities. HTML stays as it is.</summary>
    public static object? Escape(TemplateContext context, SourceSpan span, object? text)
    {
        if (text is null or HtmlString)
            return text;
        return AsHtml(context, EscapeText(context, span, context.ObjectToString(text)));
    }

    /// <summary>The text with a <c>br</c> tag before every line end. Where the context escapes, the text is escaped first.</summary>
    public static object? NewlineToBr(TemplateContext context, SourceSpan span, object? text)
    {
        if (text is null)
            return null;
        var html = text is HtmlString known ? known.Html : context.ObjectToString(text);
        if (context.EnableHtmlEscape && text is not HtmlString)
            html = EscapeText(context, span, html);
        var broken = new StringBuilder(html.Length + 16);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '\r' || (html[i] == '\n' && (i == 0 || html[i - 1] != '\r')))
                broken.Append("<br />");
            broken.Append(html[i]);
        }
        context.CheckStringLength(span, broken.Length);
        return AsHtml(context, broken.ToString());
    }

    /// <summary>The text as a part of a URL: all but letters, digits and <c>-_.~</c> as percent codes of UTF-8.</summary>
    public static string? UrlEncode(TemplateContext context, SourceSpan span, string? text)
    {
        var encoded = text is null ? null : Uri.EscapeDataString(text);
        context.CheckStringLength(span, encoded?.Length ?? 0);
        return encoded;
    }

    /// <summary>The text as a whole URL: characters that no URL may have as percent codes of UTF-8.</summary>
    public static string? UrlEscape(TemplateContext context, SourceSpan span, string? text)
    {
        if (text is null)
            return null;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (UrlBytes.Contains(octet))
                escaped.Append((char)octet);
            else
                escaped.Append('%').Append(octet.ToString("X2", null));
        }
        context.CheckStringLength(span, escaped.Length);
        return escaped.ToString();
    }

    /// <summary>The text as HTML that is written as it stands. Only for text that is known to be safe HTML.</summary>
    [BeyondScriban]
    public static HtmlString? Raw(TemplateContext context, object? text) =>
        text is null ? null : text as HtmlString ?? new HtmlString(context.ObjectToString(text));

    private static object AsHtml(TemplateContext context, string html) =>
        context.EnableHtmlEscape ? new HtmlString(html) : html;

    private static string EscapeText(TemplateContext context, SourceSpan span, string text)
    {
        var escaped = HtmlEscaper.Escape(text);
        context.CheckStringLength(span, escaped.Length);
        return escaped;
    }
}
