namespace ReportGen.Rules.Text;

/// <summary>What is said twice is the same twice.</summary>
internal sealed class OneValueRule(RuleEntry entry) : TextRule(entry, "name", "first", "value")
{
    private readonly ImmutableArray<Statement> _statements = entry.Statements();

    internal override void Run(CheckContext context)
    {
        foreach (var made in Occurrences(_statements, context).GroupBy(s => s.Statement))
        {
            var first = made.First();
            foreach (var other in made.Skip(1).Where(s => s.Number.Value != first.Number.Value && Math.Max(s.Number.Step, first.Number.Step) <= 1))
                Report(context, first, other);
        }
    }

    private void Report(CheckContext context, StatementOccurrence first, StatementOccurrence other)
    {
        var values = new Values().With("name", other.Statement.Name).With("first", first.Number.Value).With("value", other.Number.Value);
        var related = first.Text.At(first.Span, TextView.Masked);
        context.Add(Header, other.Text, other.Span, TextView.Masked, values, related is null ? [] : [related]);
    }
}
