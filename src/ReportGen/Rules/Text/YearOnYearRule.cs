using System.Text.RegularExpressions;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Changes against last year, worked out from last year's figures.</summary>
internal static class YearOnYearRule
{
    private const int Reach = 260;

    public static void Run(YearOnYearCheck check, CheckContext context)
    {
        var texts = context.Prose.In(check.Where).ToHashSet();
        foreach (var said in check.Statements.SelectMany(s => context.Prose.Said(s)).Where(s => texts.Contains(s.Text)))
        {
            foreach (var pattern in check.Rise) Check(check, context, said, pattern, 1);
            foreach (var pattern in check.Fall) Check(check, context, said, pattern, -1);
        }
    }

    private static void Check(YearOnYearCheck check, CheckContext context, Said said, ProsePattern pattern, int direction)
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
        if (number.Says(change * direction)) return;
        Add(check, context, said, new TextSpan(place, isPercent ? 2 : 1), Describe(current, last, change, number, isPercent));
    }

    private static decimal? Last(Expression figure, CheckContext context)
    {
        var previous = new Expression([.. figure.Terms.Select(t => t with { Figure = t.Figure is null ? null : t.Figure with { IsPrevious = true } })]);
        return Arithmetic.Value(previous, new FigureFinder(context).Find);
    }

    private static (string Arithmetic, string Right) Describe(decimal current, decimal last, decimal change, ProseNumber number, bool isPercent)
    {
        if (!isPercent) return ($"{Arithmetic.Write(current)} - {Arithmetic.Write(last)} = {Arithmetic.Write(change)}", Arithmetic.Write(change));
        var decimals = number.Step switch { 1 => 0, 0.1m => 1, _ => 2 };
        var right = Arithmetic.Write(decimal.Round(change, decimals, MidpointRounding.AwayFromZero)) + "%";
        return ($"({Arithmetic.Write(current)} - {Arithmetic.Write(last)}) ÷ {Arithmetic.Write(last)} = {Arithmetic.Write(decimal.Round(change, 3))}%", right);
    }

    private static void Add(YearOnYearCheck check, CheckContext context, Said said, TextSpan span, (string Arithmetic, string Right) says) =>
        context.Add(check.Header, said.Text, span, TextView.Masked, new Values().With("words", said.Text.Words(span, TextView.Masked))
            .With("name", said.Statement.Name).With("arithmetic", says.Arithmetic).With("right", says.Right));
}
