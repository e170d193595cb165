namespace ReportGen.Rules.Text;

/// <summary>Numbers of one paragraph that must add up to each other.</summary>
internal sealed class BalanceRule(RuleEntry entry) : TextRule(entry, "left", "right")
{
    private readonly ImmutableArray<Statement> _left = entry.Statements("left");
    private readonly ImmutableArray<Statement> _right = entry.Statements("right");

    protected override void Run(ProseText text, CheckContext context)
    {
        if (Side(_left, text, context) is not { } left || Side(_right, text, context) is not { } right) return;
        StatementOccurrence[] all = [.. left, .. right];
        if (left.Sum(s => s.Number.Value) == right.Sum(s => s.Number.Value) || all.All(s => s.Number.IsBound)) return;
        var values = new Values().With("left", Describe(left)).With("right", Describe(right));
        context.Add(Header, text, left[0].Span, TextView.Masked, values,
            [.. all.Skip(1).Select(s => s.Text.At(s.Span, TextView.Masked)).OfType<SourceLocation>()]);
    }

    /// <summary>Each statement as it is made in the text; null unless each is made exactly once.</summary>
    private static StatementOccurrence[]? Side(ImmutableArray<Statement> statements, ProseText text, CheckContext context)
    {
        var made = statements.Select(s => context.Prose.Occurrences(s).Where(m => m.Text == text).ToArray()).ToArray();
        return made.All(s => s.Length == 1) ? [.. made.Select(s => s[0])] : null;
    }

    private static LocalizedText Describe(StatementOccurrence[] side)
    {
        var sum = SumEvaluator.Write(side.Sum(s => s.Number.Value));
        var zh = string.Join(" + ", side.Select(s => $"{s.Statement.Name.Chinese} {SumEvaluator.Write(s.Number.Value)}"));
        var en = string.Join(" + ", side.Select(s => $"{s.Statement.Name.English} {SumEvaluator.Write(s.Number.Value)}"));
        return side.Length == 1 ? new(zh, en) : new($"{zh} = {sum}", $"{en} = {sum}");
    }
}
