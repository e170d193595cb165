using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

/// <summary>Numbers that are figures of the tables, offered as bindings.</summary>
internal static class OfferRule
{
    public static void Run(OfferCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        var texts = context.Prose.In(check.Where).ToHashSet();
        var named = check.Statements.SelectMany(s => context.Prose.Said(s)).Where(s => texts.Contains(s.Text)).ToArray();
        foreach (var said in named.DistinctBy(s => (s.Text, s.Place)))
        {
            if (said.Number.IsBound || said.Number.Value < check.Least) continue;
            if (Meant(said, finder) is not var (figure, value)) continue;
            context.Add(check.Header, said.Text, said.Span, TextView.Masked,
                StatementRule.ValuesOf(said, figure, value, finder, context), StatementRule.Cells(figure, finder));
        }

        OfferUnnamed(check, context, texts, [.. named.Select(s => (s.Text, s.Place))]);
    }

    /// <summary>The figure that the number is, with its value; null when it is none of those that the words name.</summary>
    private static (Expression Figure, decimal Value)? Meant(Said said, FigureFinder finder)
    {
        foreach (var figure in new[] { said.Statement.Figure, said.Statement.Or })
        {
            if (figure is not null && Arithmetic.Value(figure, finder.Find) is { } value && said.Number.Value == value * said.Statement.Scale)
                return (figure, value);
        }

        return null;
    }

    /// <summary>A large number that is exactly one figure is hardly there by chance, named or not.</summary>
    private static void OfferUnnamed(OfferCheck check, CheckContext context, HashSet<ProseText> texts, HashSet<(ProseText, int)> named)
    {
        var figures = UniqueFigures(context, check.LeastUnnamed);
        if (figures.Count == 0) return;
        foreach (var text in texts)
        {
            for (var place = text.Masked.IndexOf('#'); place >= 0; place = text.Masked.IndexOf('#', place + 1))
            {
                var number = text.NumberAt(place);
                if (number.IsBound || !figures.TryGetValue(number.Value, out var found) || named.Contains((text, place)) || !IsCounted(text.Masked, place)) continue;
                var (table, cell) = found;
                var path = $"{table.Form.Name}.{cell.Row.Name}.{cell.Column.Name}";
                var values = new Values().With("value", number.Value).With("name", path).With("figure", path).With("binding", $"{{{{ {path} }}}}");
                context.Add(check.Header, text, new TextSpan(place, 1), TextView.Masked, values, cell.Location is null ? [] : [cell.Location]);
            }
        }
    }

    private static bool IsCounted(string masked, int place) => place + 1 < masked.Length && ChineseNumerals.IsMeasure(masked[place + 1]);

    private static Dictionary<decimal, (Table Table, Cell Cell)> UniqueFigures(CheckContext context, decimal least) =>
        context.Report.Tables.SelectMany(t => t.Cells.Where(c => c.Number >= least).Select(c => (Table: t, Cell: c)))
            .GroupBy(p => p.Cell.Number!.Value).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
}
