using System.Text.RegularExpressions;

namespace ReportGen.Documents.Prose;

/// <summary>Marks long addresses and numbers, which would leave gaps in justified Chinese text.</summary>
internal static partial class LongWords
{
    /// <summary>Escaped HTML text with a break opportunity after each punctuation character within a long word.</summary>
    public static string WithBreaks(string html) => Words().Replace(html, word => Broken(word.Value));

    /// <summary>The same, with each long word in an element of its own: the style sets such paragraphs ragged.</summary>
    public static string Marked(string html) =>
        Words().Replace(html, word => $"<span class=\"long-word\">{Broken(word.Value)}</span>");

    private static string Broken(string word) => Signs().Replace(word, "$0<wbr>");

    [GeneratedRegex(@"[A-Za-z0-9@._/:?=&;%#+-]{11,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:@|\.|/+|\?|=|_|&amp;)(?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
