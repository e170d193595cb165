namespace ReportGen.Rules.Text;

/// <summary>
/// “同比增长 p%” behind a figure follows from last year's figure. What says that it grew or shrank is read from the figure's
/// number on: the change as group <c>p</c> in percent, or <c>d</c> as a difference.
/// </summary>
internal sealed class YearOnYearRule(RuleEntry entry) : TextRule(entry, "words", "name", "arithmetic", "right")
{
    private const int Reach = 260;

    private readonly ImmutableArray<Statement> _statements = entry.Statements();
    private readonly ImmutableArray<ProsePattern> _rise = entry.Patterns("rise");
    private readonly ImmutableArray<ProsePattern> _fall = entry.Patterns("fall");

    internal override void Run(CheckContext context)
    {
        foreach (var said in Occurrences(_statements, context))
        {
            foreach (var pattern in _rise) Check(context, said, pattern, 1);
            foreach (var pattern in _fall) Check(context, said, pattern, -1);
        }
    }

    private void Check(CheckContext context, StatementOccurrence said, ProsePattern pattern, int direction)
    {
        var masked = said.Text.Masked;
        var match = pattern.Regex.Match(masked, said.Place, Math.Min(Reach, masked.Length - said.Place));
        if (!match.Success || said.Statement.Figure is not { } figure || Last(figure, context) is not { } last) return;
        var isPercent = match.Groups["p"].Success;
        var place = match.Groups[isPercent ? "p" : "d"].Index;
        var number = said.Text.NumberAt(place);
        var current = said.Number.Value / said.Statement.Scale;
        if (isPercent && last == 0) return;
        var change = isPercent ? (current - last) * 100 / last : current - last;
        if (isPercent ? number.IsRoundedFrom(change * direction) : number.Says(change * direction)) return;
        var span = new TextSpan(place, isPercent ? 2 : 1);
        Add(context, said, span, Arithmetic(current, last, change, isPercent), Right(change * direction, number, isPercent));
    }

    private static decimal? Last(Expression figure, CheckContext context)
    {
        var previous = new Expression([.. figure.Terms.Select(t => t with { Figure = t.Figure is null ? null : t.Figure with { IsPrevious = true } })]);
        return new FigureFinder(context).Value(previous);
    }

    private static string Arithmetic(decimal current, decimal last, decimal change, bool isPercent)
    {
        var difference = $"{SumEvaluator.Write(current)} - {SumEvaluator.Write(last)}";
        return isPercent
            ? $"({difference}) ÷ {SumEvaluator.Write(last)} = {SumEvaluator.Write(decimal.Round(change, 3))}%"
            : $"{difference} = {SumEvaluator.Write(change)}";
    }

    /// <summary>What should be written: as many decimals as the author wrote, and
    /// no sign behind a word that says the direction.</summary>
    private static string Right(decimal change, ProseNumber number, bool isPercent)
    {
        if (!isPercent) return SumEvaluator.Write(change);
        var decimals = number.Step switch { 1 => 0, 0.1m => 1, _ => 2 };
        return SumEvaluator.Write(decimal.Round(change, decimals, MidpointRounding.AwayFromZero)) + "%";
    }

    private void Add(CheckContext context, StatementOccurrence said, TextSpan span, string arithmetic, string right) =>
        context.Add(Header, said.Text, span, TextView.Masked, new Values().With("words", said.Text.Words(span, TextView.Masked))
            .With("name", said.Statement.Name).With("arithmetic", arithmetic).With("right", right));
}
