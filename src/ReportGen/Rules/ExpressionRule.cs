using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Comparisons between figures hold: once, or for each row, column or cell of a table.</summary>
internal sealed class ExpressionRule : Rule
{
    private static readonly Dictionary<string, IterationScope> s_scopes = new()
    {
        ["once"] = IterationScope.Once, ["row"] = IterationScope.Row,
        ["column"] = IterationScope.Column, ["cell"] = IterationScope.Cell,
    };

    private readonly string? _table;
    private readonly IterationScope _each;
    private readonly ImmutableArray<string> _rows;
    private readonly ImmutableArray<string> _columns;
    private readonly Condition? _when;
    private readonly Condition _assert;
    private readonly bool _unknownIsZero;

    public ExpressionRule(RuleEntry entry)
        : base(entry, "table", "row", "column", "left", "right", "value", "expected", "difference")
    {
        _each = entry.Map.Choice("each", s_scopes, IterationScope.Once);
        _table = entry.Table();
        _when = ExpressionReader.Condition(entry.Kind, entry.Map.Scalar("when"), _table, _each);
        _assert = entry.Needed(ExpressionReader.Condition(entry.Kind, entry.Map.RequiredScalar("assert"), _table, _each));
        (_rows, _columns) = (entry.Rows(), entry.Columns());
        _unknownIsZero = entry.Map.Flag("unknown-is-zero");
    }

    internal override void Run(CheckContext context)
    {
        foreach (var (row, column) in Positions(context)) Check(context, row, column);
    }

    private IEnumerable<(FormLine? Row, FormLine? Column)> Positions(CheckContext context)
    {
        if (_each == IterationScope.Once) return [(null, null)];
        if (_table is null || context.Table(_table, previous: false)?.Form is not { } form) return [];
        var rows = form.Rows.Where(r => _rows.IsEmpty || _rows.Contains(r.Id));
        var columns = form.Parts.SelectMany(p => p.Columns).DistinctBy(c => c.Id)
            .Where(c => _columns.IsEmpty || _columns.Contains(c.Id));
        return _each switch
        {
            IterationScope.Row => rows.Select(r => ((FormLine?)r, (FormLine?)null)),
            IterationScope.Column => columns.Select(c => ((FormLine?)null, (FormLine?)c)),
            _ => from r in rows from c in columns select ((FormLine?)r, (FormLine?)c),
        };
    }

    private void Check(CheckContext context, FormLine? row, FormLine? column)
    {
        var finder = new FigureFinder(context, row?.Id, column?.Id, _unknownIsZero);
        if (_when is not null && !finder.Holds(_when)) return;
        if (finder.FirstFailing(_assert) is not { } failed) return;
        var places = finder.Places(failed);
        var (left, right) = (finder.Range(failed.Left), finder.Range(failed.Right));
        var values = new MessageValues().With("table", TableName(context.Kind)).With("row", Label(row))
            .With("column", Label(column))
            .With("left", SumEvaluator.Describe(failed.Left, finder.Find))
            .With("right", SumEvaluator.Describe(failed.Right, finder.Find))
            .With("value", left.Describe()).With("expected", right.Describe()).With("difference", DifferenceOf(left, right));
        context.Add(Header, new RuleFinding(places.FirstOrDefault(), values) { Related = [.. places.Skip(1)] });
    }

    private static LocalizedText DifferenceOf(NumberRange left, NumberRange right)
    {
        var distance = NumberRange.Distance(left, right);
        var isExact = left.Min == left.Max && right.Min == right.Max;
        return isExact ? LocalizedText.Same(SumEvaluator.Write(distance)) : new NumberRange(distance, null).Describe();
    }

    private static string Label(FormLine? line) => line is null ? "" : SumEvaluator.Label(line);

    private string TableName(KindDefinition kind) => _table is null ? "" : kind.Table(_table)?.Form.Name ?? "";
}
