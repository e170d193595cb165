using System.Text.RegularExpressions;

namespace ReportGen.Documents.Prose;

/// <summary>Lets addresses break at the end of a line, as a justified line of Chinese would otherwise gape before them.</summary>
internal static partial class LongWords
{
    /// <summary>Escaped HTML text with a place to break after each sign within a long run of Latin letters.</summary>
    public static string WithBreaks(string html) => Runs().Replace(html, run => Signs().Replace(run.Value, "$0<wbr>"));

    [GeneratedRegex(@"[A-Za-z0-9@._/:?=&;%#+-]{13,}", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?:@|\.|/+|\?|=|_|&amp;)(?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
