using System.Collections.Immutable;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Checks;

/// <summary>What the text says of figures against the figures.</summary>
internal static class StatementRule
{
    public static void Run(StatementCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        var said = context.Said(check, check.Statements).Where(s => s.Kind is SaidKind.Number or SaidKind.Part or SaidKind.Sum)
            .Concat(context.Said(check, check.Denied).Where(s => s.Kind == SaidKind.None))
            .Concat(context.Said(check, check.All).Where(s => s.Kind == SaidKind.All
                || (s.Kind == SaidKind.Part && !check.Statements.Contains(s.Statement))));
        foreach (var one in said) Run(check, context, one, finder);
    }

    private static void Run(StatementCheck check, CheckContext context, Said said, FigureFinder finder)
    {
        if (said.Count?.Value < check.Least || said.Statement.Figure is not { } figure
            || Arithmetic.Value(figure, finder.Find) is not { } value) return;
        if (Agrees(check, said, value)
            || said.Statement.Or.Any(o => Arithmetic.Value(o, finder.Find) is not { } other
            || Agrees(check, said, other))) return;
        context.Add(check.Header, said.Text, said.Span, TextView.Plain, ValuesOf(said, figure, value, finder, context),
            Cells(figure, finder));
    }

    public static Values ValuesOf(Said said, Expression figure, decimal value, FigureFinder finder, CheckContext context) =>
        new Values()
        .With("words", Words(said)).With("value", (said.Count?.Value ?? said.Range.Low) / said.Statement.Scale).With("name",
            said.Statement.Name)
        .With("figure", Named(figure, finder, context)).With("right", value).With("binding",
            Binding(said.Statement, figure, context));

    public static ImmutableArray<SourceLocation> Cells(Expression figure, FigureFinder finder) =>
        [.. figure.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => finder.Find(f)?.Cells ?? [])
            .Select(c => c.Location).OfType<SourceLocation>()];

    /// <summary>
    /// The expression to paste: <c>{{ 表三.本年新收.总计 }}</c>; times the unit's factor where the text counts in another unit.
    /// </summary>
    public static string Binding(Statement statement, Expression figure, CheckContext context)
    {
        var terms = figure.Terms.Select(t => t.Figure is null ? Arithmetic.Write(t.Factor)
            : FigureFinder.PathOf(t.Figure, context.Table(t.Figure.Table, t.Figure.IsPrevious)!.Form));
        var sum = string.Join(" + ", terms);
        if (statement.Scale != 1) sum = figure.Terms.Length > 1 ? $"({sum}) * {Arithmetic.Write(statement.Scale)}"
            : $"{sum} * {Arithmetic.Write(statement.Scale)}";
        return $"{{{{ {sum} }}}}";
    }

    /// <summary>The clause up to the number's unit.</summary>
    private static string Words(Said said)
    {
        if (said.Kind is SaidKind.None or SaidKind.All or SaidKind.Sum
            || said.Count is not { Index: >= 0 } count) return said.Text.Words(said.Span, TextView.Plain);
        var place = said.Text.MaskedAt(count.Index);
        var clause = TextPieces.Clause(said.Text.Masked, new TextSpan(place, 1));
        return said.Text.Words(new TextSpan(clause.Start, Math.Min(clause.End, place + 2) - clause.Start), TextView.Masked);
    }

    private static LocalizedText Named(Expression figure, FigureFinder finder, CheckContext context)
    {
        var table = figure.Terms.Select(t => t.Figure).OfType<FigureReference>().FirstOrDefault();
        var name = table is null ? "" : context.Table(table.Table, table.IsPrevious)!.Form.Name;
        var sum = Arithmetic.Describe(figure, finder.Find);
        return new($"{name}“{sum.Chinese}”", $"{name} “{sum.English}”");
    }

    private static bool Agrees(StatementCheck check, Said said, decimal right) =>
        check.Factor == 1 ? said.Range.Has(right * said.Statement.Scale) : said.Range.Low <= check.Factor * right;
}
