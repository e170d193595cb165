using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>Numbers of one paragraph must satisfy an equation.</summary>
internal sealed class BalanceRule(RuleEntry entry) : TextRule(entry, "left", "right")
{
    // Two numbers that differ may count two different things.
    private const int MinNumbers = 3;

    private readonly ImmutableArray<Statement> _left = entry.Statements("left");
    private readonly ImmutableArray<Statement> _right = entry.Statements("right");

    // Another equation of the same statements, which may hold instead.
    private readonly Alternative? _or = entry.Inner("or", e => new Alternative(e.Statements("left"), e.Statements("right")));

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        foreach (var occurrences in Occurrences(_left.Concat(_right), context).Where(s => s.IsExact).GroupBy(s => s.Text))
        {
            if (Side(_left, occurrences, finder) is not { } left || Side(_right, occurrences, finder) is not { } right) continue;
            StatementOccurrence[] all = [.. left, .. right];
            if (all.Length < MinNumbers || Sum(left) == Sum(right) || _or?.Holds(all) == true) continue;
            if (all.All(s => s.Count!.IsBound)) continue;
            var values = new MessageValues().With("left", Describe(left)).With("right", Describe(right));
            context.Add(Header, occurrences.Key, left[0].Span, TextView.Plain, values,
                [.. all.Skip(1).Select(s => s.Text.At(s.Span, TextView.Plain)).OfType<SourceLocation>()]);
        }
    }

    /// <summary>Each statement as the text makes it. Null unless each is made exactly once or its figure is 0.</summary>
    private static StatementOccurrence[]? Side(
        ImmutableArray<Statement> statements, IEnumerable<StatementOccurrence> occurrences, FigureFinder finder)
    {
        var side = statements.Select(s => (Statement: s, Occurrences: occurrences.Where(m => m.Statement == s).ToArray()))
            .ToArray();
        var isWhole = side.All(s => s.Occurrences.Length == 1 || (s.Occurrences.Length == 0 && IsNothing(s.Statement, finder)));
        return isWhole && side.Any(s => s.Occurrences.Length == 1) ? [.. side.SelectMany(s => s.Occurrences)] : null;
    }

    private static bool IsNothing(Statement statement, FigureFinder finder) =>
        statement.Figure is { } figure && finder.Value(figure) == 0;

    private static decimal Sum(StatementOccurrence[] side) => side.Sum(s => s.Count!.Value);

    private static LocalizedText Describe(StatementOccurrence[] side)
    {
        var sum = SumEvaluator.Write(Sum(side));
        var zh = string.Join(" + ", side.Select(s => $"{s.Statement.Name.Chinese} {SumEvaluator.Write(s.Count!.Value)}"));
        var en = string.Join(" + ", side.Select(s => $"{s.Statement.Name.English} {SumEvaluator.Write(s.Count!.Value)}"));
        return side.Length == 1 ? new(zh, en) : new($"{zh} = {sum}", $"{en} = {sum}");
    }

    private sealed record Alternative(ImmutableArray<Statement> Left, ImmutableArray<Statement> Right)
    {
        public bool Holds(StatementOccurrence[] stated)
        {
            StatementOccurrence[] left = [.. stated.Where(s => Left.Contains(s.Statement))];
            StatementOccurrence[] right = [.. stated.Where(s => Right.Contains(s.Statement))];
            return left.Length == Left.Length && right.Length == Right.Length && Sum(left) == Sum(right);
        }
    }
}
