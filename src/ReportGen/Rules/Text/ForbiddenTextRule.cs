using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Words that must not stand there.</summary>
internal static class ForbiddenTextRule
{
    public static void Run(ForbiddenTextCheck check, CheckContext context)
    {
        var found = context.Prose.In(check.Where).Select(t => (Text: t, Spans: Spans(check, t))).Where(f => f.Spans.Length > 0).ToArray();
        var count = found.Sum(f => f.Spans.Length);
        if (count < check.Least) return;
        foreach (var (text, spans) in check.Each == ReportEach.Report ? found.Take(1) : found)
        {
            foreach (var (span, view) in check.Each == ReportEach.Match ? spans : spans.Take(1))
            {
                var values = new Values().With("words", text.Words(span, view)).With("count", check.Each == ReportEach.Block ? spans.Length : count);
                context.Add(check.Header, text, span, view, values);
            }
        }
    }

    private static (TextSpan Span, TextView View)[] Spans(ForbiddenTextCheck check, ProseText text) =>
        [.. Matching.Find(text, check.Patterns, check.Not).Where(f => !check.ExactNumber || IsExact(text, f.Span)).Select(f => (f.Span, f.Pattern.View))];

    /// <summary>Whether the first number of a run is not a round one.</summary>
    private static bool IsExact(ProseText text, TextSpan span)
    {
        var place = text.Masked.IndexOf('#', span.Start, span.Length);
        return place >= 0 && text.NumberAt(place) is { IsBound: false } number && number.Step == 1 && number.Value % 10 != 0;
    }
}
