using System.Text.RegularExpressions;

namespace ReportGen.Documents.Prose;

/// <summary>Allows line breaks within long addresses, which would otherwise leave gaps in justified Chinese text.</summary>
internal static partial class LongWords
{
    /// <summary>
    /// Escaped HTML text with a break opportunity after each punctuation character within a long run of Latin letters.
    /// </summary>
    public static string WithBreaks(string html) => Runs().Replace(html, run => Signs().Replace(run.Value, "$0<wbr>"));

    [GeneratedRegex(@"[A-Za-z0-9@._/:?=&;%#+-]{13,}", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?:@|\.|/+|\?|=|_|&amp;)(?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
