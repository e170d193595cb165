using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>“同比增长 p%” after a figure agrees with last year's figure.</summary>
internal sealed class YearOnYearRule(RuleEntry entry) : TextRule(entry, "words", "name", "arithmetic", "right")
{
    private readonly ImmutableArray<Statement> _statements = entry.Statements();

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        foreach (var change in Readings(context).SelectMany(r => r.Changes)
            .Where(c => _statements.Contains(c.Occurrence.Statement)))
        {
            Check(context, change, finder);
        }
    }

    private void Check(CheckContext context, StatedChange change, FigureFinder finder)
    {
        var statement = change.Occurrence.Statement;
        if (statement.Figure is not { } figure || Last(figure, finder) is not { } last) return;
        var isPercent = change.Count.Measure == "%";
        var current = change.Occurrence.Count!.Value / statement.Scale;
        if (isPercent && last == 0) return;
        var exact = isPercent ? (current - last) * 100 / last : current - last;
        if (!Stated(change.Count, isPercent, statement.Scale).Has(exact * change.Direction))
            Add(context, change, Describe(current, last, exact, exact * change.Direction, change.Count.Step, isPercent));
    }

    // A percentage is rounded to its last written digit, even without decimals; a half may go either way.
    private static Interval Stated(Count count, bool isPercent, decimal scale) => isPercent && count.Range.Low == count.Range.High
        ? new Interval(count.Value - (count.Step / 2), count.Value + (count.Step / 2))
        : new Interval(count.Range.Low / (isPercent ? 1 : scale), count.Range.High / (isPercent ? 1 : scale));

    private static decimal? Last(Expression figure, FigureFinder finder) => finder.Value(
        new([.. figure.Terms.Select(t => t with { Figure = t.Figure is null ? null : t.Figure with { IsPrevious = true } })]));

    // The right figure has as many decimals as the author wrote, and no sign after a word that states the direction.
    private static (string Arithmetic, string Right) Describe(
        decimal current, decimal last, decimal change, decimal stated, decimal step, bool isPercent)
    {
        if (!isPercent)
        {
            return ($"{SumEvaluator.Write(current)} - {SumEvaluator.Write(last)} = {SumEvaluator.Write(change)}",
                SumEvaluator.Write(stated));
        }

        var decimals = step switch { 1 => 0, 0.1m => 1, _ => 2 };
        var right = SumEvaluator.Write(decimal.Round(stated, decimals, MidpointRounding.AwayFromZero)) + "%";
        return ($"({SumEvaluator.Write(current)} - {SumEvaluator.Write(last)}) ÷ {SumEvaluator.Write(last)} "
            + $"= {SumEvaluator.Write(decimal.Round(change, 3))}%", right);
    }

    private void Add(CheckContext context, StatedChange change, (string Arithmetic, string Right) says)
    {
        var text = change.Occurrence.Text;
        var isWritten = change.Count.Measure == "%" && text.Plain[change.Span.End..] is ['%', ..];
        var span = change.Span with { Length = change.Span.Length + (isWritten ? 1 : 0) };
        context.Add(Header, text, span, TextView.Plain, new MessageValues().With("words", text.Words(span, TextView.Plain))
            .With("name", change.Occurrence.Statement.Name).With("arithmetic", says.Arithmetic).With("right", says.Right));
    }
}
