using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>What is said twice, said differently.</summary>
internal static class OneValueRule
{
    public static void Run(OneValueCheck check, CheckContext context)
    {
        var texts = context.Prose.In(check.Where).ToHashSet();
        foreach (var statement in check.Statements)
        {
            var said = context.Prose.Said(statement).Where(s => texts.Contains(s.Text)).ToArray();
            if (said.Length < 2) continue;
            foreach (var other in said.Skip(1).Where(s => s.Number.Value != said[0].Number.Value && Math.Max(s.Number.Step, said[0].Number.Step) <= 1))
                Report(check, context, said[0], other);
        }
    }

    private static void Report(OneValueCheck check, CheckContext context, Said first, Said other)
    {
        var values = new Values().With("name", other.Statement.Name).With("first", first.Number.Value).With("value", other.Number.Value);
        var related = first.Text.At(first.Span, TextView.Masked);
        context.Add(check.Header, other.Text, other.Span, TextView.Masked, values, related is null ? [] : [related]);
    }
}
