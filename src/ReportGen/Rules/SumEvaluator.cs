using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Evaluates sums of figures and formats them for messages.</summary>
internal static class SumEvaluator
{
    private const int MaxNamed = 4;
    private const int MaxLabelLength = 12;

    /// <summary>A number as written in messages: without trailing zeros.</summary>
    public static string Write(decimal number) => NumberFormat.Write(number);

    /// <summary>The value of a sum; null if one of its figures has no number.</summary>
    public static decimal? Value(Expression sum, Func<FigureReference, decimal?> numbers)
    {
        var total = 0m;
        foreach (var term in sum.Terms)
        {
            if (term.Figure is null) total += term.Factor;
            else if (numbers(term.Figure) is { } number) total += term.Factor * number;
            else return null;
        }

        return total;
    }

    /// <summary>
    /// A sum with its figures: <c>（七）总计 12</c> for one, <c>本年新收 3 + 上年结转 0 = 3</c> for a few, <c>3+4+0+4 = 11</c> for many.
    /// </summary>
    public static LocalizedText Describe(Expression sum, Func<FigureReference, NamedFigure?> find)
    {
        var terms = sum.Terms.Select(t => (t.Factor, Figure: t.Figure is null ? null : find(t.Figure))).ToArray();
        var range = terms.Aggregate(NumberRange.Exactly(0),
            (all, t) => all + (t.Factor * (t.Figure?.Range ?? NumberRange.Exactly(1))));
        var value = range.Describe();
        if (terms is [(_, null)]) return value;
        var plain = terms.Length == 1 && terms[0].Factor == 1;
        if (terms.Length > MaxNamed)
        {
            var known = terms.Where(t => t.Figure is not { Number: null });
            var numbers = NumberFormat.WriteSum(known.Select(t => t.Factor * (t.Figure?.Number ?? 1)));
            return new($"{numbers} = {value.Chinese}", $"{numbers} = {value.English}");
        }

        var (zh, en) = (Named(terms, Language.Chinese), Named(terms, Language.English));
        return plain ? new(zh, en) : new($"{zh} = {value.Chinese}", $"{en} = {value.English}");
    }

    /// <summary>The label of a row or column if it is short, otherwise its name.</summary>
    public static string Label(FormLine line) => line.Labels is [.., { Length: <= MaxLabelLength } label] ? label : line.Name;

    private static string Named((decimal Factor, NamedFigure? Figure)[] terms, Language language)
    {
        var written = terms.Select((t, i) =>
        {
            var sign = t.Factor < 0 ? (i == 0 ? "-" : " - ") : i == 0 ? "" : " + ";
            var factor = Math.Abs(t.Factor);
            if (t.Figure is null) return sign + Write(factor);
            var number = t.Figure.Range.Describe().In(language);
            return $"{sign}{(factor == 1 ? "" : Write(factor) + "×")}{t.Figure.Name.In(language)} {number}";
        });
        return string.Concat(written);
    }
}

/// <summary>A figure with its name in messages.</summary>
internal sealed record NamedFigure(LocalizedText Name, decimal? Number, ImmutableArray<Cell> Cells)
{
    /// <summary>The values that it may have; one if <see cref="Number"/> is known.</summary>
    public required NumberRange Range { get; init; }
}
