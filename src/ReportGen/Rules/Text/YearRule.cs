using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Years of the text against the report year.</summary>
internal static class YearRule
{
    public static void Run(YearCheck check, CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        foreach (var text in context.Prose.In(check.Where))
        {
            var matches = check.Patterns.SelectMany(p => ReportProse.Matches(text, p)).DistinctBy(m => m.Groups["n"].Index).OrderBy(m => m.Index);
            foreach (var match in matches)
            {
                var span = new TextSpan(match.Groups["n"].Index, 1);
                var number = text.NumberAt(span.Start);
                if (number.IsBound || (number.Value == year + check.Offset) == check.MustBe) continue;
                if (Matching.IsExcluded(text, TextView.Masked, new TextSpan(match.Index, match.Length), check.Not)) continue;
                var values = new Values().With("words", text.Words(new TextSpan(match.Index, match.Length), TextView.Masked))
                    .With("value", number.Value).With("right", check.MustBe ? year + check.Offset : year);
                context.Add(check.Header, text, span, TextView.Masked, values);
            }
        }
    }
}
