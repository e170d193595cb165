using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Claims of the text against the figures.</summary>
internal static class ClaimRule
{
    public static void Run(ClaimCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        if (finder.FirstFailing(check.Assert) is not { } failed) return;
        var said = context.Said(check, check.Denied).Where(s => s.Kind == SaidKind.None).Concat(context.Said(check, check.All)
            .Where(s => s.Kind == SaidKind.All && (check.Of.IsEmpty || (s.Of is { } of && check.Of.Contains(of)))));
        foreach (var one in said.OrderBy(s => s.Span.Start).DistinctBy(s => (s.Text, s.Span)))
        {
            var values = new Values().With("words", one.Text.Words(one.Span, TextView.Plain))
                .With("left", Arithmetic.Describe(failed.Left, finder.Find)).With("right",
                    Arithmetic.Describe(failed.Right, finder.Find));
            context.Add(check.Header, one.Text, one.Span, TextView.Plain, values, finder.Places(failed));
        }
    }
}
