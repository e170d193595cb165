using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Definitions.Checks;

/// <summary>
/// Reads the arithmetic of rules: <c>r1 + r2 = g + r4</c>, <c>t3.r1.T &lt;= 2 * previous.t3.r4.T and t3.g.T > 0</c>.
/// A name may be that of a group. What names mean depends on <see cref="Each"/>.
/// </summary>
internal sealed class ExpressionReader
{
    private static readonly (string Sign, Relation Relation)[] Relations =
    [
        ("<=", Relation.AtMost), (">=", Relation.AtLeast), ("!=", Relation.NotEqual),
        ("=", Relation.Equal), ("<", Relation.LessThan), (">", Relation.MoreThan),
    ];

    private readonly CheckReading _reading;
    private readonly YamlText _text;
    private readonly string? _table;
    private readonly Each _each;
    private int _at;

    private ExpressionReader(CheckReading reading, YamlText text, string? table, Each each) =>
        (_reading, _text, _table, _each) = (reading, text, table, each);

    /// <summary>Reads comparisons joined by <c>and</c>; null, with a finding, when the text is none.</summary>
    public static Condition? Condition(CheckReading reading, YamlText? text, string? table, Each each)
    {
        if (text is null) return null;
        var reader = new ExpressionReader(reading, text, table, each);
        var all = ImmutableArray.CreateBuilder<Comparison>();
        do
        {
            if (reader.Comparison() is not { } comparison) return null;
            all.Add(comparison);
        }
        while (reader.Accept("and"));
        return reader.AtEnd() ? new Condition(all.ToImmutable()) : null;
    }

    /// <summary>Reads one sum whose figures are named in full; null, with a finding, when the text is none.</summary>
    public static Expression? Sum(CheckReading reading, YamlText? text)
    {
        if (text is null) return null;
        var reader = new ExpressionReader(reading, text, null, Each.Once);
        return reader.Sum() is { } sum && reader.AtEnd() ? sum : null;
    }

    private string Value => _text.Value;

    private Comparison? Comparison()
    {
        if (Sum() is not { } left) return null;
        foreach (var (sign, relation) in Relations)
        {
            if (!Accept(sign)) continue;
            return Sum() is { } right ? new Comparison(left, relation, right) : null;
        }

        Fail(CheckMessages.Expected("= != < <= > >="));
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
            if (!decimal.TryParse(Value.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return Fail(CheckMessages.Expected("1, 0.25, …"));
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
        if (_at == start) return Fail(CheckMessages.Expected("table.row.column"));
        var name = Value[start.._at];
        var path = name.Split('.');
        var previous = path[0] == "previous";
        if (previous) path = path[1..];
        if (Resolve(path, previous) is { } figure)
        {
            terms.Add(new Term(factor, figure));
            return true;
        }

        _text.Source.Report(CheckMessages.UnknownFigure(_text.LocationAt(start), name, _reading.FigureHint(path, _table)), name.Length);
        return false;
    }

    private FigureReference? Resolve(string[] path, bool previous)
    {
        var own = _table is null ? null : _reading.Kind.Table(_table)?.Form;
        switch (path.Length, _each)
        {
            case (1, Each.Cell) when own is not null && path[0] == "x":
                return new FigureReference(own.Id, null, null, previous);
            case (1, Each.Column) when own is not null && FormLines.Row(own, path[0]) is not null:
                return new FigureReference(own.Id, path[0], null, previous);
            case (1, Each.Row) when own is not null && FormLines.Column(own, path[0]) is not null:
                return new FigureReference(own.Id, null, path[0], previous);
            case (2, _) when own is not null && FormLines.Cross(own, path[0], path[1]):
                return new FigureReference(own.Id, path[0], path[1], previous);
            case (3, _) when _reading.Kind.Table(path[0])?.Form is { } form && FormLines.Cross(form, path[1], path[2]):
                return new FigureReference(form.Id, path[1], path[2], previous);
            default:
                return null;
        }
    }

    private bool Accept(string sign)
    {
        SkipBlanks();
        if (!Value.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal)) return false;
        _at += sign.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < Value.Length && Value[_at] is ' ' or '\n') _at++;
    }

    private bool AtEnd()
    {
        SkipBlanks();
        return _at == Value.Length || Fail(CheckMessages.Expected("+ - and"));
    }

    private bool Fail(LocalizedText expected)
    {
        _text.Source.Report(CheckMessages.BadExpression(_text.LocationAt(Math.Min(_at, Math.Max(0, Value.Length - 1))), expected));
        return false;
    }
}
