using System.Text.RegularExpressions;

namespace ReportGen.Rules.Text;

/// <summary>
/// A period in the text is the whole report year. Patterns have the groups <c>y1 m1 d1 y2 m2 d2</c>; <c>y2</c> is optional.
/// </summary>
internal sealed class PeriodRule(RuleEntry entry) : TextRule(entry, "words", "year")
{
    private readonly ImmutableArray<ProsePattern> _patterns = entry.NumberPatterns("y1", "m1", "d1", "m2", "d2");

    protected override void Run(ProseText text, CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        foreach (var match in _patterns.SelectMany(p => ReportProse.Matches(text, p)).DistinctBy(m => m.Groups["y1"].Index))
        {
            if (IsYear(text, match, year)) continue;
            var span = new TextSpan(match.Index, match.Length);
            context.Add(Header, text, span, TextView.Masked,
                new MessageValues().With("words", text.Words(span, TextView.Masked)).With("year", year));
        }
    }

    private static bool IsYear(ProseText text, Match match, int year)
    {
        return Is("y1", year) && Is("m1", 1) && Is("d1", 1) && Is("y2", year) && Is("m2", 12) && Is("d2", 31);

        bool Is(string group, int value) =>
            !match.Groups[group].Success || text.NumberAt(match.Groups[group].Index).Value == value;
    }
}
