using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>What is said twice, said differently.</summary>
internal static class OneValueRule
{
    public static void Run(OneValueCheck check, CheckContext context)
    {
        foreach (var statement in check.Statements)
        {
            var said = context.Said(check, [statement]).Where(s => s.IsExact).ToArray();
            foreach (var other in said.Skip(1).Where(s => s.Count!.Value != said[0].Count!.Value)) Report(check, context,
                said[0], other);
        }
    }

    private static void Report(OneValueCheck check, CheckContext context, Said first, Said other)
    {
        var values = new Values().With("name", other.Statement.Name).With("first", first.Count!.Value).With("value",
            other.Count!.Value);
        var related = first.Text.At(first.Span, TextView.Plain);
        context.Add(check.Header, other.Text, other.Span, TextView.Plain, values, related is null ? [] : [related]);
    }
}
