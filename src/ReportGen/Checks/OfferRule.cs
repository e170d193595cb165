using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>Numbers that are figures of the tables, offered as bindings.</summary>
internal static class OfferRule
{
    public static void Run(OfferCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        var named = context.Said(check, check.Statements).Where(s => s.Kind == SaidKind.Number && s.Count is { Index: >= 0 })
            .ToArray();
        foreach (var said in named.DistinctBy(s => (s.Text, s.Span)))
        {
            if (said.Count!.IsBound || said.Count.Value < check.Least) continue;
            if (Meant(said, finder) is not var (figure, value)) continue;
            context.Add(check.Header, said.Text, said.Span, TextView.Plain,
                StatementRule.ValuesOf(said, figure, value, finder, context), StatementRule.Cells(figure, finder));
        }

        OfferUnnamed(check, context, [.. named.Select(s => (s.Text, s.Span))]);
    }

    /// <summary>The figure that the number is, with its value; null when it is none of those that the words name.</summary>
    private static (Expression Figure, decimal Value)? Meant(Said said, FigureFinder finder)
    {
        foreach (var figure in said.Statement.Or.Prepend(said.Statement.Figure!))
        {
            if (Arithmetic.Value(figure, finder.Find) is { } value
                && said.Count!.Value == value * said.Statement.Scale) return (figure, value);
        }

        return null;
    }

    /// <summary>A large number that is exactly one figure is hardly there by chance, named or not.</summary>
    private static void OfferUnnamed(OfferCheck check, CheckContext context, HashSet<(ProseText, TextSpan)> named)
    {
        var figures = UniqueFigures(context, check.LeastUnnamed);
        if (figures.Count == 0) return;
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var number in text.Numbers)
            {
                if (number.IsBound || !figures.TryGetValue(number.Value, out var found) || named.Contains((text, number.Span))
                    || !IsCounted(text.Plain, number.Span.End)) continue;
                var (table, cell) = found;
                var path = $"{table.Form.Name}.{cell.Row.Name}.{cell.Column.Name}";
                var values = new Values().With("value", number.Value).With("name", path).With("figure", path).With("binding",
                    $"{{{{ {path} }}}}");
                context.Add(check.Header, text, number.Span, TextView.Plain, values, cell.Location is null ? []
                    : [cell.Location]);
            }
        }
    }

    private static bool IsCounted(string plain, int end) => end < plain.Length && ChineseNumerals.IsMeasure(plain[end]);

    private static Dictionary<decimal, (Table Table, Cell Cell)> UniqueFigures(CheckContext context, decimal least) =>
        context.Report.Tables.SelectMany(t => t.Cells.Where(c => c.Number >= least).Select(c => (Table: t, Cell: c)))
            .GroupBy(p => p.Cell.Number!.Value).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
}
