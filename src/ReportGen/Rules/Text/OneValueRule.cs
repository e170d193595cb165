using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>A number that is stated twice is the same both times.</summary>
internal sealed class OneValueRule(RuleEntry entry) : TextRule(entry, "name", "first", "value")
{
    private readonly ImmutableArray<Statement> _statements = entry.Statements();

    internal override void Run(CheckContext context)
    {
        foreach (var occurrences in Occurrences(_statements, context).Where(s => s.IsExact).GroupBy(s => s.Statement))
        {
            var first = occurrences.First();
            foreach (var other in occurrences.Skip(1).Where(s => s.Count!.Value != first.Count!.Value))
                Report(context, first, other);
        }
    }

    private void Report(CheckContext context, StatementOccurrence first, StatementOccurrence other)
    {
        var values = new MessageValues().With("name", other.Statement.Name)
            .With("first", first.Count!.Value).With("value", other.Count!.Value);
        var related = first.Text.At(first.Span, TextView.Plain);
        context.Add(Header, other.Text, other.Span, TextView.Plain, values, related is null ? [] : [related]);
    }
}
