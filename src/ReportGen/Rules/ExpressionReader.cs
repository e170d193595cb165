using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>
/// Reads the arithmetic of rules: <c>r1 + r2 = g + r4</c>, <c>t3.r1.T &lt;= 2 * previous.t3.r4.T and t3.g.T > 0</c>.
/// A name may refer to a group. The meaning of names depends on <see cref="IterationScope"/>.
/// </summary>
internal sealed class ExpressionReader
{
    private static readonly (string Symbol, Relation Relation)[] s_relations =
    [
        ("<=", Relation.AtMost), (">=", Relation.AtLeast), ("!=", Relation.NotEqual),
        ("=", Relation.Equal), ("<", Relation.LessThan), (">", Relation.MoreThan),
    ];

    private readonly KindDefinition _kind;
    private readonly YamlText _text;
    private readonly string? _table;
    private readonly IterationScope _each;
    private int _at;

    private ExpressionReader(KindDefinition kind, YamlText text, string? table, IterationScope each) =>
        (_kind, _text, _table, _each) = (kind, text, table, each);

    /// <summary>
    /// Reads comparisons joined by <c>and</c>. Null, with a finding added, if the text is not such an expression.
    /// </summary>
    public static Condition? Condition(KindDefinition kind, YamlText? text, string? table, IterationScope each)
    {
        if (text is null) return null;
        var reader = new ExpressionReader(kind, text, table, each);
        var all = ImmutableArray.CreateBuilder<Comparison>();
        do
        {
            if (reader.Comparison() is not { } comparison) return null;
            all.Add(comparison);
        }
        while (reader.Accept("and"));
        return reader.AtEnd() ? new Condition(all.ToImmutable()) : null;
    }

    /// <summary>Reads one sum whose figures are named in full. Null, with a finding added, if the text is not a sum.</summary>
    public static Expression? Sum(KindDefinition kind, YamlText? text)
    {
        if (text is null) return null;
        var reader = new ExpressionReader(kind, text, null, IterationScope.Once);
        return reader.Sum() is { } sum && reader.AtEnd() ? sum : null;
    }

    private string Value => _text.Value;

    private Comparison? Comparison()
    {
        if (Sum() is not { } left) return null;
        foreach (var (symbol, relation) in s_relations)
        {
            if (!Accept(symbol)) continue;
            return Sum() is { } right ? new Comparison(left, relation, right) : null;
        }

        Fail(RuleMessages.Expected("= != < <= > >="));
        return null;
    }

    private Expression? Sum()
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        var sign = Accept("-") ? -1m : 1m;
        while (true)
        {
            if (!AddTerm(terms, sign)) return null;
            if (Accept("+")) sign = 1m;
            else if (Accept("-")) sign = -1m;
            else return new Expression(terms.ToImmutable());
        }
    }

    private bool AddTerm(ImmutableArray<Term>.Builder terms, decimal sign)
    {
        SkipBlanks();
        if (_at < Value.Length && char.IsAsciiDigit(Value[_at]))
        {
            var start = _at;
            while (_at < Value.Length && (char.IsAsciiDigit(Value[_at]) || Value[_at] == '.')) _at++;
            if (!decimal.TryParse(Value.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number))
            {
                return Fail(RuleMessages.Expected("1, 0.25, …"));
            }

            if (!Accept("*"))
            {
                terms.Add(new Term(sign * number, null));
                return true;
            }

            sign *= number;
            SkipBlanks();
        }

        return AddFigures(terms, sign);
    }

    private bool AddFigures(ImmutableArray<Term>.Builder terms, decimal factor)
    {
        var start = _at;
        while (_at < Value.Length && (char.IsLetterOrDigit(Value[_at]) || Value[_at] is '.' or '_')) _at++;
        if (_at == start) return Fail(RuleMessages.Expected("table.row.column"));
        var name = Value[start.._at];
        var path = name.Split('.');
        var previous = path[0] == "previous";
        if (previous) path = path[1..];
        if (Resolve(path, previous) is { } figure)
        {
            terms.Add(new Term(factor, figure));
            return true;
        }

        _text.Source.Report(RuleMessages.UnknownFigure(_text.LocationAt(start), name, Hint(path)), name.Length);
        return false;
    }

    private FigureReference? Resolve(string[] path, bool previous)
    {
        var own = _table is null ? null : _kind.Table(_table)?.Form;
        switch (path.Length, _each)
        {
            case (1, IterationScope.Cell) when own is not null && path[0] == "x":
                return new FigureReference(own.Id, null, null, previous);
            case (1, IterationScope.Column) when own is not null && FormLineLookup.Row(own, path[0]) is not null:
                return new FigureReference(own.Id, path[0], null, previous);
            case (1, IterationScope.Row) when own is not null && FormLineLookup.Column(own, path[0]) is not null:
                return new FigureReference(own.Id, null, path[0], previous);
            case (2, _) when own is not null && FormLineLookup.Cross(own, path[0], path[1]):
                return new FigureReference(own.Id, path[0], path[1], previous);
            case (3, _) when _kind.Table(path[0])?.Form is { } form && FormLineLookup.Cross(form, path[1], path[2]):
                return new FigureReference(form.Id, path[1], path[2], previous);
            default:
                return null;
        }
    }

    private LocalizedText? Hint(string[] path)
    {
        if ((path.Length == 3 ? path[0] : _table) is not { } id || _kind.Table(id)?.Form is not { } form)
            return Spelling.Hint(path[0], [.. _kind.Tables.Select(t => t.Form.Id)]);
        string[] ids = [.. form.Rows.Select(r => r.Id), .. form.Parts.SelectMany(p => p.Columns).Select(c => c.Id).Distinct()];
        return Spelling.Hint(path.FirstOrDefault(p => !ids.Contains(p) && p != form.Id) ?? path[^1], ids);
    }

    private bool Accept(string symbol)
    {
        SkipBlanks();
        if (!Value.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal)) return false;
        _at += symbol.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < Value.Length && Value[_at] is ' ' or '\n') _at++;
    }

    private bool AtEnd()
    {
        SkipBlanks();
        return _at == Value.Length || Fail(RuleMessages.Expected("+ - and"));
    }

    private bool Fail(LocalizedText expected)
    {
        _text.Source.Report(RuleMessages.BadExpression(_text.LocationAt(Math.Min(_at, Math.Max(0, Value.Length - 1))), expected));
        return false;
    }
}
