using ReportGen.Model;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>Suggests writing a reference in place of a number that equals a figure of the tables.</summary>
internal sealed class BindingSuggestionRule(RuleEntry entry) : TextRule(entry, "value", "name", "figure", "binding")
{
    private readonly ImmutableArray<Statement> _statements =
        [.. entry.File.Vocabulary.Statements.Values.Where(s => s.Figure is not null)];

    // Smaller numbers are skipped: where the text names the figure, and where it does not.
    private readonly decimal _min = entry.Map.Decimal("least") ?? 1;
    private readonly decimal _minUnnamed = entry.Map.Decimal("least-unnamed") ?? decimal.MaxValue;

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        var named = Occurrences(_statements, context)
            .Where(s => s.Kind == OccurrenceKind.Number && s.Count is { Index: >= 0 }).ToArray();
        foreach (var occurrence in named.DistinctBy(s => (s.Text, s.Span)))
        {
            if (occurrence.Count!.IsBound || occurrence.Count.Value < _min) continue;
            if (Meant(occurrence, finder) is not var (figure, value)) continue;
            context.Add(Header, occurrence.Text, occurrence.Span, TextView.Plain,
                StatementRule.ValuesOf(occurrence, figure, value, finder, context), StatementRule.Cells(figure, finder));
        }

        SuggestUnnamed(context, [.. named.Select(s => (s.Text, s.Span))]);
    }

    /// <summary>
    /// The figure that the number equals, with its value; null if the number equals none that the words may name.
    /// </summary>
    private static (Expression Figure, decimal Value)? Meant(StatementOccurrence occurrence, FigureFinder finder)
    {
        foreach (var figure in occurrence.Statement.Alternatives.Prepend(occurrence.Statement.Figure!))
        {
            if (finder.Value(figure) is { } value && occurrence.Count!.Value == value * occurrence.Statement.Scale)
                return (figure, value);
        }

        return null;
    }

    /// <summary>Suggests a reference for large numbers that equal exactly one figure, which is hardly a coincidence.</summary>
    private void SuggestUnnamed(CheckContext context, HashSet<(ProseText, TextSpan)> named)
    {
        var figures = UniqueFigures(context);
        if (figures.Count == 0) return;
        foreach (var text in Texts(context))
        {
            foreach (var number in text.Numbers)
            {
                if (number.IsBound || !figures.TryGetValue(number.Value, out var found) || named.Contains((text, number.Span))
                    || !IsCounted(text.Plain, number.Span.End))
                {
                    continue;
                }

                var (table, cell) = found;
                var path = $"{table.Form.Name}.{cell.Row.Name}.{cell.Column.Name}";
                var values = new MessageValues().With("value", number.Value).With("name", path).With("figure", path)
                    .With("binding", $"{{{{ {path} }}}}");
                context.Add(Header, text, number.Span, TextView.Plain, values, cell.Location is null ? [] : [cell.Location]);
            }
        }
    }

    private static bool IsCounted(string plain, int end) => end < plain.Length && ChineseNumeralScanner.IsMeasure(plain[end]);

    private Dictionary<decimal, (Table Table, Cell Cell)> UniqueFigures(CheckContext context) =>
        context.Report.Tables.SelectMany(t => t.Cells.Where(c => c.Number >= _minUnnamed).Select(c => (Table: t, Cell: c)))
            .GroupBy(p => p.Cell.Number!.Value).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
}
