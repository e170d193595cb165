namespace ReportGen.Rules.Text;

/// <summary>What the text says of a figure is the figure.</summary>
internal sealed class StatementRule(RuleEntry entry) : TextRule(entry, "words", "value", "name", "figure", "right", "binding")
{
    private readonly ImmutableArray<Statement> _statements = entry.Statements();

    // 1 to demand the very figure; else how many times larger the text's number may be.
    private readonly decimal _factor = entry.Map.Decimal("factor") ?? 1;

    // Numbers of the text below this are left alone.
    private readonly decimal _min = entry.Map.Decimal("least") ?? 0;

    public static Values ValuesOf(StatementOccurrence said, Expression figure, decimal value, FigureFinder finder, CheckContext context) => new Values()
        .With("words", Words(said)).With("value", said.Number.Value / said.Statement.Scale).With("name", said.Statement.Name)
        .With("figure", Named(figure, finder, context)).With("right", value).With("binding", Binding(said.Statement, figure, context));

    public static ImmutableArray<SourceLocation> Cells(Expression figure, FigureFinder finder) =>
        [.. figure.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => finder.Find(f)?.Cells ?? [])
            .Select(c => c.Location).OfType<SourceLocation>()];

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        foreach (var said in Occurrences(_statements, context))
        {
            if (said.Number.IsBound || said.Number.Value < _min || said.Statement.Figure is not { } figure) continue;
            if (finder.Value(figure) is not { } value) continue;
            if (Agrees(said, value * said.Statement.Scale) || IsOther(said, finder)) continue;
            context.Add(Header, said.Text, said.Span, TextView.Masked, ValuesOf(said, figure, value, finder, context), Cells(figure, finder));
        }
    }

    /// <summary>The expression to paste: <c>{{ 表三.本年新收.总计 }}</c>; times the unit's factor where the text counts in another unit.</summary>
    private static string Binding(Statement statement, Expression figure, CheckContext context)
    {
        var terms = figure.Terms.Select(t => t.Figure is null ? SumEvaluator.Write(t.Factor)
            : FigureFinder.PathOf(t.Figure, context.Table(t.Figure.Table, t.Figure.IsPrevious)!.Form));
        var sum = string.Join(" + ", terms);
        if (statement.Scale != 1) sum = $"{(figure.Terms.Length > 1 ? $"({sum})" : sum)} * {SumEvaluator.Write(statement.Scale)}";
        return $"{{{{ {sum} }}}}";
    }

    /// <summary>The clause up to the number's unit.</summary>
    private static string Words(StatementOccurrence said)
    {
        var clause = TextPieces.Clause(said.Text.Masked, said.Span);
        return said.Text.Words(new TextSpan(clause.Start, Math.Min(clause.End, said.Place + 2) - clause.Start), TextView.Masked);
    }

    private static LocalizedText Named(Expression figure, FigureFinder finder, CheckContext context)
    {
        var table = figure.Terms.Select(t => t.Figure).OfType<FigureReference>().FirstOrDefault();
        var name = table is null ? "" : context.Table(table.Table, table.IsPrevious)!.Form.Name;
        var sum = SumEvaluator.Describe(figure, finder.Find);
        return new($"{name}“{sum.Chinese}”", $"{name} “{sum.English}”");
    }

    private static bool IsOther(StatementOccurrence said, FigureFinder finder) =>
        said.Statement.Or is { } other && finder.Value(other) is { } value && said.Number.Says(value * said.Statement.Scale);

    private bool Agrees(StatementOccurrence said, decimal right) =>
        _factor == 1 ? said.Number.Says(right) : said.Number.Value <= _factor * right;
}
