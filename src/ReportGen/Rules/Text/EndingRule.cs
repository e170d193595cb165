using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Paragraphs without a stop at their end.</summary>
internal static class EndingRule
{
    private const int Tail = 8;

    public static void Run(EndingCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            var end = text.Plain.TrimEnd('\n').Length;
            if (end == 0 || check.Stops.Contains(text.Plain[end - 1])) continue;
            if (check.Not.Any(n => ReportProse.IsIn(text, n))) continue;
            var span = new TextSpan(Math.Max(0, end - Tail), Math.Min(Tail, end));
            context.Add(check.Header, text, new TextSpan(end - 1, 1), TextView.Plain, new Values().With("words", text.Words(span, TextView.Plain)));
        }
    }
}
