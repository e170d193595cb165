using System.Text;

namespace ReportGen.Templating.Functions;

/// <summary>Takes the tags out of HTML in one pass. Not a parser: made for short fragments, harmless for any text.</summary>
internal static class HtmlStripper
{
    private static readonly string[] Silent = ["script", "style"];

    /// <summary>The text between the tags. A <c>&lt;</c> that opens no tag stays.</summary>
    public static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        var lastTagEnd = html.LastIndexOf('>');
        for (var at = 0; at < html.Length;)
        {
            var end = html[at] == '<' && at < lastTagEnd ? EndOfTag(html, at) : at;
            if (end == at)
                text.Append(html[at++]);
            else
                at = end;
        }
        return text.ToString();
    }

    private static int EndOfTag(string html, int start)
    {
        if (Follows(html, start, "<!--"))
            return After(html, "-->", start + 4);
        var next = start + 1 < html.Length ? html[start + 1] : ' ';
        if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
            return start;
        foreach (var name in Silent)
        {
            if (Follows(html, start + 1, name) && !char.IsAsciiLetterOrDigit(At(html, start + 1 + name.Length)))
                return After(html, ">", After(html, "</" + name, start));
        }
        return html.IndexOf('>', start) + 1;
    }

    private static int After(string html, string mark, int start)
    {
        var at = start < html.Length ? html.IndexOf(mark, start, StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 ? html.Length : at + mark.Length;
    }

    private static bool Follows(string html, int start, string word) =>
        string.Compare(html, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static char At(string html, int index) => index < html.Length ? html[index] : ' ';
}
