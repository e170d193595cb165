using ReportGen.Model;

namespace ReportGen.Rules.Text;

/// <summary>A number that is a figure of the tables is better bound to it.</summary>
internal sealed class BindingSuggestionRule(RuleEntry entry) : TextRule(entry, "value", "name", "figure", "binding")
{
    private readonly ImmutableArray<Statement> _statements = [.. entry.File.Statements.Values.Where(s => s.Figure is not null)];

    // Numbers below these are left alone: where the text names the figure, and where it does not.
    private readonly decimal _min = entry.Map.Decimal("least") ?? 1;
    private readonly decimal _minUnnamed = entry.Map.Decimal("least-unnamed") ?? decimal.MaxValue;

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        var named = Occurrences(_statements, context).ToArray();
        foreach (var said in named.DistinctBy(s => (s.Text, s.Place)))
        {
            if (said.Number.IsBound || said.Number.Value < _min) continue;
            if (Meant(said, finder) is not var (figure, value)) continue;
            context.Add(Header, said.Text, said.Span, TextView.Masked,
                StatementRule.ValuesOf(said, figure, value, finder, context), StatementRule.Cells(figure, finder));
        }

        SuggestUnnamed(context, [.. named.Select(s => (s.Text, s.Place))]);
    }

    /// <summary>The figure that the number is, with its value; null when it is none of those that the words name.</summary>
    private static (Expression Figure, decimal Value)? Meant(StatementOccurrence said, FigureFinder finder)
    {
        foreach (var figure in new[] { said.Statement.Figure, said.Statement.Or })
        {
            if (figure is not null && finder.Value(figure) is { } value && said.Number.Value == value * said.Statement.Scale)
                return (figure, value);
        }

        return null;
    }

    /// <summary>A large number that is exactly one figure is hardly there by chance, named or not.</summary>
    private void SuggestUnnamed(CheckContext context, HashSet<(ProseText, int)> named)
    {
        var figures = UniqueFigures(context);
        if (figures.Count == 0) return;
        foreach (var text in Texts(context))
        {
            for (var place = text.Masked.IndexOf('#'); place >= 0; place = text.Masked.IndexOf('#', place + 1))
            {
                var number = text.NumberAt(place);
                if (number.IsBound || !figures.TryGetValue(number.Value, out var found) || named.Contains((text, place)) || !IsCounted(text.Masked, place)) continue;
                var (table, cell) = found;
                var path = $"{table.Form.Name}.{cell.Row.Name}.{cell.Column.Name}";
                var values = new Values().With("value", number.Value).With("name", path).With("figure", path).With("binding", $"{{{{ {path} }}}}");
                context.Add(Header, text, new TextSpan(place, 1), TextView.Masked, values, cell.Location is null ? [] : [cell.Location]);
            }
        }
    }

    private static bool IsCounted(string masked, int place) => place + 1 < masked.Length && ChineseNumeralScanner.IsMeasure(masked[place + 1]);

    private Dictionary<decimal, (Table Table, Cell Cell)> UniqueFigures(CheckContext context) =>
        context.Report.Tables.SelectMany(t => t.Cells.Where(c => c.Number >= _minUnnamed).Select(c => (Table: t, Cell: c)))
            .GroupBy(p => p.Cell.Number!.Value).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
}
