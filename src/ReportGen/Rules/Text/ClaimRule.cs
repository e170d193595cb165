using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Claims of the text against the figures.</summary>
internal static class ClaimRule
{
    public static void Run(ClaimCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        if (finder.FirstFailing(check.Assert) is not { } failed) return;
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var (span, pattern) in Matching.Find(text, check.Patterns, check.Not))
            {
                var values = new Values().With("words", text.Words(span, pattern.View))
                    .With("left", Arithmetic.Describe(failed.Left, finder.Find)).With("right", Arithmetic.Describe(failed.Right, finder.Find));
                context.Add(check.Header, text, span, pattern.View, values, finder.Places(failed));
            }
        }
    }
}
