using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>The number of a document as cited: 国办函〔2020〕109号, 国务院令第711号.</summary>
/// <param name="Before">The letters directly before it; they end with those of the issuer.</param>
/// <param name="At">The start of the year or the number, in the plain view.</param>
/// <param name="End">The end, exclusive.</param>
/// <param name="Year">The year in brackets; empty if none.</param>
/// <param name="Number">The number.</param>
internal sealed partial record Citation(string Before, int At, int End, string Year, string Number)
{
    /// <summary>The largest number of characters that the title of a document is looked for in.</summary>
    public const int LongestTitle = 120;

    private const int MaxLetters = 12;
    private const int LongestBracket = 40;

    /// <summary>Finds the document numbers that a text cites.</summary>
    public static IEnumerable<Citation> In(string plain)
    {
        foreach (Match match in Numbers().Matches(plain))
        {
            var from = match.Index;
            while (from > 0 && match.Index - from < MaxLetters && plain[from - 1] is >= '\u4e00' and <= '\u9fff') from--;
            yield return new Citation(plain[from..match.Index], match.Index, match.Index + match.Length,
                match.Groups["year"].Value, match.Groups["n"].Value);
        }
    }

    /// <summary>Parses a document number.</summary>
    public static Citation Of(string number) => In(ProseText.Folded(number)).First();

    /// <summary>The span of the number with the given count of issuer letters before it.</summary>
    public TextSpan Span(int letters) => new(At - letters, End - At + letters);

    /// <summary>
    /// The number of letters before it that belong to the issuer, if the issuer is that of <paramref name="right"/> or nearly
    /// so; otherwise null.
    /// </summary>
    public int? Issuer(Citation right)
    {
        foreach (var length in new[] { 0, 1, -1, 2, -2 }.Select(d => right.Before.Length + d).Where(l => l > 0
            && l <= Before.Length))
        {
            var issuer = Before[^length..];
            if (issuer[0] == right.Before[0] && IsNear(issuer, right.Before, right.Before.Length > 4 ? 2 : 1)) return length;
        }

        return null;
    }

    /// <summary>
    /// The number of letters before it that belong to the issuer, if year, number and first letters equal those of
    /// <paramref name="right"/>; otherwise null.
    /// </summary>
    public int? Alike(Citation right) => Number == right.Number && Year == right.Year
        && Before.LastIndexOf(right.Before[..2], StringComparison.Ordinal) is >= 0 and var at
        ? Before.Length - at : null;

    /// <summary>The title to which the number belongs: the one before its bracket, or directly after it; empty if none.</summary>
    public string Title(string plain)
    {
        if (End < plain.Length
            && plain[End] == '《')
        {
            return plain[(End + 1)..Math.Min(plain.Length, End + LongestTitle)].Split('》')[0];
        }

        var at = At - Before.Length - 1;
        if (at > 0 && plain[at] is not ('(' or '》'))
        {
            var open = plain.LastIndexOf('(', at, Math.Min(at, LongestBracket));
            at = open >= 0 && !plain.AsSpan(open, at - open).Contains(')') ? open : 0;
        }

        if (at > 0 && plain[at] == '(') at--;
        if (at < 1 || plain[at] != '》') return "";
        var depth = 0;
        for (var i = at; i >= 0 && at - i < LongestTitle; i--)
        {
            if (plain[i] == '》') depth++;
            else if (plain[i] == '《' && --depth == 0) return plain[(i + 1)..at];
        }

        return "";
    }

    /// <summary>Whether two words differ in at most <paramref name="most"/> characters.</summary>
    public static bool IsNear(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return false;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var sign in one)
        {
            var corner = row[0]++;
            for (var j = 1; j <= other.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (sign == other[j - 1] ? 0 : 1)));
        }

        return row[^1] <= most;
    }

    [GeneratedRegex(@"([\[(<〈](?<year>20[0-9]{2})[\])>〉]年?)?第?(?<n>[0-9]{1,4})号令?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
