using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Changes against last year, worked out from last year's figures.</summary>
internal static class YearOnYearRule
{
    public static void Run(YearOnYearCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        foreach (var text in context.Prose.In(check.Where).Where(t => t.FieldId is null))
        {
            foreach (var change in context.ReadingFor(check).Of(text).Changes
                .Where(c => check.Statements.Contains(c.Of.Statement))) Check(check, context, change, finder);
        }
    }

    private static void Check(YearOnYearCheck check, CheckContext context, SaidChange change, FigureFinder finder)
    {
        if (change.Of.Statement.Figure is not { } figure || Last(figure, finder) is not { } last) return;
        var isPercent = change.Count.Measure == "%";
        var current = change.Of.Count!.Value / change.Of.Statement.Scale;
        if (isPercent && last == 0) return;
        var exact = isPercent ? (current - last) * 100 / last : current - last;
        var told = isPercent ? change.Count.Range
            : new Interval(change.Count.Range.Low / change.Of.Statement.Scale,
            change.Count.Range.High / change.Of.Statement.Scale);
        if (told.Has(exact * change.Direction)) return;
        Add(check, context, change, Describe(current, last, exact, change.Count.Step, isPercent));
    }

    private static decimal? Last(Expression figure, FigureFinder finder)
    {
        var previous = new Expression([.. figure.Terms
            .Select(t => t with { Figure = t.Figure is null ? null : t.Figure with { IsPrevious = true } })]);
        return Arithmetic.Value(previous, finder.Find);
    }

    private static (string Arithmetic, string Right) Describe(decimal current, decimal last, decimal change, decimal step,
        bool isPercent)
    {
        if (!isPercent) return ($"{Arithmetic.Write(current)} - {Arithmetic.Write(last)} = {Arithmetic.Write(change)}",
            Arithmetic.Write(change));
        var decimals = step switch { 1 => 0, 0.1m => 1, _ => 2 };
        var right = Arithmetic.Write(decimal.Round(change, decimals, MidpointRounding.AwayFromZero)) + "%";
        return ($"({Arithmetic.Write(current)} - {Arithmetic.Write(last)}) ÷ {Arithmetic.Write(last)} = {Arithmetic.Write(decimal.Round(change, 3))}%", right);
    }

    private static void Add(YearOnYearCheck check, CheckContext context, SaidChange change,
        (string Arithmetic, string Right) says)
    {
        var text = change.Of.Text;
        var span = change.Count.Measure == "%"
            ? change.Span with { Length = change.Span.Length + (text.Plain[change.Span.End..] is ['%', ..] ? 1 : 0) }
            : change.Span;
        context.Add(check.Header, text, span, TextView.Plain, new Values().With("words", text.Words(span, TextView.Plain))
            .With("name", change.Of.Statement.Name).With("arithmetic", says.Arithmetic).With("right", says.Right));
    }
}
