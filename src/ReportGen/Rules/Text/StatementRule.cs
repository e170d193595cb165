using System.Collections.Immutable;
using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Numbers of the text against the figures that they name.</summary>
internal static class StatementRule
{
    public static void Run(StatementCheck check, CheckContext context)
    {
        var finder = new FigureFinder(context);
        var texts = context.Prose.In(check.Where).ToHashSet();
        foreach (var said in check.Statements.SelectMany(s => context.Prose.Said(s)).Where(s => texts.Contains(s.Text)))
        {
            if (said.Number.IsBound || said.Number.Value < check.Least || said.Statement.Figure is not { } figure) continue;
            if (Arithmetic.Value(figure, finder.Find) is not { } value) continue;
            if (Agrees(check, said, value * said.Statement.Scale) || IsOther(said, finder)) continue;
            context.Add(check.Header, said.Text, said.Span, TextView.Masked, ValuesOf(said, figure, value, finder, context), Cells(figure, finder));
        }
    }

    public static Values ValuesOf(Said said, Expression figure, decimal value, FigureFinder finder, CheckContext context) => new Values()
        .With("words", Words(said)).With("value", said.Number.Value / said.Statement.Scale).With("name", said.Statement.Name)
        .With("figure", Named(figure, finder, context)).With("right", value).With("binding", Binding(said.Statement, figure, context));

    public static ImmutableArray<SourceLocation> Cells(Expression figure, FigureFinder finder) =>
        [.. figure.Terms.Select(t => t.Figure).OfType<FigureReference>().SelectMany(f => finder.Find(f)?.Cells ?? [])
            .Select(c => c.Location).OfType<SourceLocation>()];

    /// <summary>The expression to paste: <c>{{ 表三.本年新收.总计 }}</c>; times the unit's factor where the text counts in another unit.</summary>
    public static string Binding(Statement statement, Expression figure, CheckContext context)
    {
        var terms = figure.Terms.Select(t => t.Figure is null ? Arithmetic.Write(t.Factor)
            : FigureFinder.PathOf(t.Figure, context.Table(t.Figure.Table, t.Figure.IsPrevious)!.Form));
        var sum = string.Join(" + ", terms);
        if (statement.Scale != 1) sum = figure.Terms.Length > 1 ? $"({sum}) * {Arithmetic.Write(statement.Scale)}" : $"{sum} * {Arithmetic.Write(statement.Scale)}";
        return $"{{{{ {sum} }}}}";
    }

    /// <summary>The clause up to the number's unit.</summary>
    private static string Words(Said said)
    {
        var clause = TextPieces.Clause(said.Text.Masked, said.Span);
        return said.Text.Words(new TextSpan(clause.Start, Math.Min(clause.End, said.Place + 2) - clause.Start), TextView.Masked);
    }

    private static LocalizedText Named(Expression figure, FigureFinder finder, CheckContext context)
    {
        var table = figure.Terms.Select(t => t.Figure).OfType<FigureReference>().FirstOrDefault();
        var name = table is null ? "" : context.Table(table.Table, table.IsPrevious)!.Form.Name;
        var sum = Arithmetic.Describe(figure, finder.Find);
        return new($"{name}“{sum.Chinese}”", $"{name} “{sum.English}”");
    }

    private static bool IsOther(Said said, FigureFinder finder) =>
        said.Statement.Or is { } other && Arithmetic.Value(other, finder.Find) is { } value && said.Number.Says(value * said.Statement.Scale);

    private static bool Agrees(StatementCheck check, Said said, decimal right) =>
        check.Factor == 1 ? said.Number.Says(right) : said.Number.Value <= check.Factor * right;
}
