using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Another body's name where the body's own should stand.</summary>
internal static class OtherBodyRule
{
    private const string Levels = "省市县区州旗镇乡";

    public static void Run(OtherBodyCheck check, CheckContext context)
    {
        var body = ProseText.Folded(context.Report.Body);
        if (BodyNames.Places(body).LastOrDefault() is not { } place) return;
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var match in check.Patterns.SelectMany(p => ReportProse.Matches(text, p))
                .DistinctBy(m => m.Groups["name"].Index))
            {
                var name = match.Groups["name"];
                if (!IsOther(check, name.Value, body, place)) continue;
                var span = new TextSpan(name.Index, name.Length);
                context.Add(check.Header, text, span, TextView.Plain,
                    new Values().With("words", text.Words(span, TextView.Plain)).With("right", context.Report.Body));
            }
        }
    }

    private static bool IsSuffixOf(string name, string body) => body.EndsWith(name, StringComparison.Ordinal);

    /// <summary>A body of the same place, by its full name (澄阳区教育局) or without the place (区教育局), that is not this one.</summary>
    private static bool IsOther(OtherBodyCheck check, string name, string body, string place)
    {
        var own = body[place.Length..];
        var rest = name.StartsWith(place, StringComparison.Ordinal) ? name[place.Length..]
            : name.Length > 0 && name[0] == place[^1] && Levels.Contains(name[0], StringComparison.Ordinal) ? name[1..] : null;
        if (rest is null && own.Length > 2 && name.EndsWith(own, StringComparison.Ordinal) && name.Length > own.Length + 1)
            return !name.EndsWith(body, StringComparison.Ordinal)
                && Levels.Contains(name[^(own.Length + 1)], StringComparison.Ordinal) && !IsSuffixOf(name, body);
        if (rest is null || own.Length == 0 || rest.StartsWith(own, StringComparison.Ordinal)) return false;
        var end = check.Endings.Select(e => (At: rest.IndexOf(e, StringComparison.Ordinal), e.Length)).Where(e => e.At > 0)
            .Select(e => e.At + e.Length).DefaultIfEmpty(0).Min();
        return end > 2 && !own.Contains(rest[..end], StringComparison.Ordinal);
    }
}
