using System.Text.RegularExpressions;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Periods of the text that are not the report year.</summary>
internal static class PeriodRule
{
    public static void Run(PeriodCheck check, CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var match in check.Patterns.SelectMany(p => ReportProse.Matches(text, p)).DistinctBy(m => m.Groups["y1"].Index))
            {
                if (IsYear(text, match, year)) continue;
                var span = new TextSpan(match.Index, match.Length);
                context.Add(check.Header, text, span, TextView.Masked,
                    new Values().With("words", text.Words(span, TextView.Masked)).With("year", year));
            }
        }
    }

    private static bool IsYear(ProseText text, Match match, int year)
    {
        return Is("y1", year) && Is("m1", 1) && Is("d1", 1) && Is("y2", year) && Is("m2", 12) && Is("d2", 31);

        bool Is(string group, int value) => !match.Groups[group].Success || text.NumberAt(match.Groups[group].Index).Value == value;
    }
}
