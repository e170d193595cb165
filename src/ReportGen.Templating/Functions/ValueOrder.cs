using System.Globalization;
using ReportGen.Templating.Parsing;
using ReportGen.Templating.Runtime;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The order in which lists are sorted: null, truth values, numbers, dates, lengths of time, then all else as text by
/// the culture. Total, so that sorting a mixed list never fails.
/// </summary>
internal sealed class ValueOrder(TemplateContext context, SourceSpan span) : IComparer<object?>
{
    private const int TextRank = 5;

    private readonly CompareInfo _texts = context.CurrentCulture.CompareInfo;

    /// <summary>What stands for a value while sorting: the plain value, or the text of one that has no order of its own.</summary>
    public object? Key(object? value)
    {
        value = TemplateContext.Unwrap(value);
        return Rank(value) < TextRank ? value : context.ObjectToString(value);
    }

    /// <summary>Compares two values of <see cref="Key"/>.</summary>
    public int Compare(object? x, object? y)
    {
        context.StepLoop(span);
        var byKind = Rank(x).CompareTo(Rank(y));
        if (byKind != 0 || x is null || y is null)
            return byKind;
        return x switch
        {
            bool flag => flag.CompareTo((bool)y),
            DateTime date => date.CompareTo((DateTime)y),
            TimeSpan length => length.CompareTo((TimeSpan)y),
            _ when Numbers.IsNumber(x) => CompareNumbers(x, y),
            _ => _texts.Compare((string)x, (string)y),
        };
    }

    private static int CompareNumbers(object x, object y) =>
        Numbers.TryToDecimal(x, out var left) && Numbers.TryToDecimal(y, out var right)
            ? left.CompareTo(right)
            : Numbers.ToDouble(x).CompareTo(Numbers.ToDouble(y));

    private static int Rank(object? value) => value switch
    {
        null => 0,
        bool => 1,
        DateTime => 3,
        TimeSpan => 4,
        _ => Numbers.IsNumber(value) ? 2 : TextRank,
    };
}
