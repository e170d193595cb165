using System.Text.RegularExpressions;
using ReportGen.Templating.Html;

namespace ReportGen.Documents.Prose;

/// <summary>Writes text as HTML in which long addresses and numbers leave no gaps in justified Chinese lines.</summary>
internal static partial class LongWords
{
    /// <summary>Escapes a text. A long word can break after each of its signs.</summary>
    /// <param name="text">The text, not escaped.</param>
    /// <param name="isMarked">Whether long words are elements of their own: the style sets such paragraphs ragged.</param>
    public static string ToHtml(string text, bool isMarked)
    {
        var html = new StringBuilder(text.Length);
        var from = 0;
        foreach (var word in Words().EnumerateMatches(text))
        {
            html.Append(HtmlEscaper.Escape(text[from..word.Index]));
            from = word.Index + word.Length;
            var broken = string.Join("<wbr>", Breaks().Split(text[word.Index..from]).Select(HtmlEscaper.Escape));
            html.Append(isMarked ? $"<span class=\"long-word\">{broken}</span>" : broken);
        }

        return html.Append(HtmlEscaper.Escape(text[from..])).ToString();
    }

    [GeneratedRegex(@"[A-Za-z0-9@._/:?=&;%#+-]{11,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<=[@./?=_&])(?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
