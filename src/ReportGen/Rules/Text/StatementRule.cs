using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>The numbers that the text states agree with the tables.</summary>
internal sealed class StatementRule(RuleEntry entry) : TextRule(entry, "words", "value", "name", "figure", "right", "binding")
{
    private readonly ImmutableArray<Statement> _statements = entry.Statements();

    // Statements that the text may deny: the figure is then 0.
    private readonly ImmutableArray<Statement> _denied = entry.Statements("denied");

    // Statements about all that was named before: the figure then equals what was named.
    private readonly ImmutableArray<Statement> _all = entry.Statements("all");

    // 1 to require the exact figure; otherwise the largest allowed ratio of the text's number to it.
    private readonly decimal _factor = entry.Map.Decimal("factor") ?? 1;

    // Smaller numbers of the text are skipped.
    private readonly decimal _min = entry.Map.Decimal("least") ?? 0;

    public static MessageValues ValuesOf(
        StatementOccurrence occurrence, Expression figure, decimal value, FigureFinder finder, CheckContext context) =>
        new MessageValues()
            .With("words", Words(occurrence))
            .With("value", (occurrence.Count?.Value ?? occurrence.Range.Low) / occurrence.Statement.Scale)
            .With("name", occurrence.Statement.Name)
            .With("figure", Named(figure, finder, context)).With("right", value)
            .With("binding", Binding(occurrence.Statement, figure, context));

    public static ImmutableArray<SourceLocation> Cells(Expression figure, FigureFinder finder) =>
        [.. figure.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => finder.Find(f)?.Cells ?? [])
            .Select(c => c.Location).OfType<SourceLocation>()];

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        var numbers = Occurrences(_statements, context)
            .Where(s => s.Kind is OccurrenceKind.Number or OccurrenceKind.Part or OccurrenceKind.Sum);
        var denied = Occurrences(_denied, context).Where(s => s.Kind == OccurrenceKind.None);
        var all = Occurrences(_all, context).Where(s => s.Kind == OccurrenceKind.All
            || (s.Kind == OccurrenceKind.Part && !_statements.Contains(s.Statement)));
        foreach (var occurrence in numbers.Concat(denied).Concat(all)) Run(context, occurrence, finder);
    }

    private void Run(CheckContext context, StatementOccurrence occurrence, FigureFinder finder)
    {
        if (occurrence.Count?.Value < _min || occurrence.Statement.Figure is not { } figure
            || finder.Value(figure) is not { } value)
        {
            return;
        }

        if (Agrees(occurrence, value)
            || occurrence.Statement.Alternatives.Any(o => finder.Value(o) is not { } other || Agrees(occurrence, other)))
        {
            return;
        }

        context.Add(Header, occurrence.Text, occurrence.Span, TextView.Plain,
            ValuesOf(occurrence, figure, value, finder, context), Cells(figure, finder));
    }

    /// <summary>
    /// The reference to paste: <c>{{ 表三.本年新收.总计 }}</c>, multiplied by the unit's factor if the text uses another unit.
    /// </summary>
    private static string Binding(Statement statement, Expression figure, CheckContext context)
    {
        var sum = string.Concat(figure.Terms.Select((t, i) =>
            (i == 0 ? "" : t.Factor < 0 ? " - " : " + ")
            + Reference(i == 0 ? t : t with { Factor = Math.Abs(t.Factor) }, context)));
        if (statement.Scale != 1) sum = $"{(figure.Terms.Length > 1 ? $"({sum})" : sum)} * {SumEvaluator.Write(statement.Scale)}";
        return $"{{{{ {sum} }}}}";
    }

    private static string Reference(Term term, CheckContext context)
    {
        if (term.Figure is not { } figure) return SumEvaluator.Write(term.Factor);
        var path = FigureFinder.PathOf(figure, context.Table(figure.Table, figure.IsPrevious)!.Form);
        return term.Factor == 1 ? path : $"{SumEvaluator.Write(term.Factor)} * {path}";
    }

    /// <summary>The clause up to the number's unit; the words if there is no number.</summary>
    private static string Words(StatementOccurrence occurrence)
    {
        if (occurrence.Kind is OccurrenceKind.None or OccurrenceKind.All or OccurrenceKind.Sum
            || occurrence.Count is not { Index: >= 0 } count)
        {
            return occurrence.Text.Words(occurrence.Span, TextView.Plain);
        }

        var place = occurrence.Text.MaskedAt(count.Index);
        var clause = TextPieces.Clause(occurrence.Text.Masked, new TextSpan(place, 1));
        return occurrence.Text.Words(new TextSpan(clause.Start, Math.Min(clause.End, place + 2) - clause.Start), TextView.Masked);
    }

    private static LocalizedText Named(Expression figure, FigureFinder finder, CheckContext context)
    {
        var table = figure.Terms.Select(t => t.Figure).OfType<FigureReference>().FirstOrDefault();
        var name = table is null ? "" : context.Table(table.Table, table.IsPrevious)!.Form.Name;
        var sum = SumEvaluator.Describe(figure, finder.Find);
        return new($"{name}“{sum.Chinese}”", $"{name} “{sum.English}”");
    }

    private bool Agrees(StatementOccurrence occurrence, decimal right) =>
        _factor == 1 ? occurrence.Range.Has(right * occurrence.Statement.Scale) : occurrence.Range.Low <= _factor * right;
}
