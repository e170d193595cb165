namespace ReportGen.Rules.Text;

/// <summary>Derives place names and short names from a body's name.</summary>
internal static class BodyNames
{
    private const string Levels = "省市县区州旗盟镇乡";
    private const int ShortestPlace = 3;

    /// <summary>Whether a character ends the name of a place.</summary>
    public static bool IsLevel(char c) => Levels.Contains(c, StringComparison.Ordinal);

    /// <summary>The places with which the name begins: 临岚县 and 临岚县望溪镇 for 临岚县望溪镇人民政府.</summary>
    public static IEnumerable<string> Places(string body)
    {
        for (var i = ShortestPlace - 1; i < body.Length; i++)
        {
            if (IsLevel(body[i])) yield return body[..(i + 1)];
        }
    }

    /// <summary>
    /// The body's full name and, unless it reports on a whole area, the name without its leading places. The longest first:
    /// 某某区民政局, 区民政局, 民政局.
    /// </summary>
    public static IEnumerable<string> Own(string body, bool isArea) =>
        Enumerable.Range(0, isArea ? 1 : body.Length).Where(i => i == 0 || IsLevel(body[i]) || IsLevel(body[i - 1]))
            .Select(i => body[i..]).Where(n => n.Length >= ShortestPlace);

    /// <summary>The places with a wrong rank: 临岚区 for 临岚县.</summary>
    /// <param name="body">The body's name.</param>
    /// <param name="ranks">The characters that end place names of one rank, one string per rank: 县区旗.</param>
    public static IEnumerable<string> WrongPlaces(string body, IEnumerable<string> ranks)
    {
        var start = 0;
        foreach (var place in Places(body).ToArray())
        {
            var name = place[start..];
            start = place.Length;
            if (name.Length < ShortestPlace
                || ranks.FirstOrDefault(r => r.Contains(name[^1], StringComparison.Ordinal)) is not { } rank)
            {
                continue;
            }

            foreach (var other in rank.Where(c => c != name[^1])) yield return name[..^1] + other;
        }
    }
}
