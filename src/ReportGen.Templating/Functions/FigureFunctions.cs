using System.Collections;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The library <c>figure</c>, beyond Scriban: figures as Chinese reports print them, the same under every culture. Text
/// that reads as a figure counts as one. A missing figure is an error where the context is strict, otherwise null.
/// </summary>
public static partial class FigureFunctions
{
    private const int DefaultDigits = 2;
    private const decimal TenThousand = 1_0000m;
    private const decimal HundredMillion = 1_0000_0000m;

    /// <summary>The functions of the library by name. As delegates, so that trimming keeps them.</summary>
    internal static IReadOnlyList<(string Name, Delegate Function)> All { get; } =
    [
        ("group", Group), ("fixed", Fixed), ("percent", Percent), ("share", Share), ("wan", Wan), ("yi", Yi), ("short", Short),
        ("number", Number), ("sum", Sum), ("chinese", Chinese), ("financial", Financial), ("money", Money), ("digits", Digits),
        ("change", Change), ("difference", Difference), ("verb", Verb),
    ];

    /// <summary>With thousands separators: 1,234,567.8. With <paramref name="digits"/> (0 to 15), exactly so many after the point.</summary>
    public static string? Group(TemplateContext context, SourceSpan span, object? value, int? digits = null) =>
        Write(context, span, "figure.group", value, number => FigureText.Group(number, CheckedDigits(span, "figure.group", digits)));

    /// <summary>With exactly so many digits after the point (0 to 15) and no separators: 3.10.</summary>
    public static string? Fixed(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        Write(context, span, "figure.fixed", value, number => FigureText.Fixed(number, CheckedDigits(span, "figure.fixed", digits)));

    /// <summary>A ratio in percent: 0.1234 gives 12.34%.</summary>
    public static string? Percent(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        Write(context, span, "figure.percent", value, number => Percentage(number, CheckedDigits(span, "figure.percent", digits)));

    /// <summary>A part of a whole in percent: 1 of 3 gives 33.33%; a dash where the whole is zero.</summary>
    public static string? Share(
        TemplateContext context, SourceSpan span, object? part, object? whole, int digits = DefaultDigits)
    {
        digits = CheckedDigits(span, "figure.share", digits);
        return Compare(context, span, "figure.share", part, whole, (some, all) => all == 0 ? "—" : Percentage(some / all, digits));
    }

    /// <summary>In units of ten thousand, without zeroes at the end: 123456 gives 12.35万.</summary>
    public static string? Wan(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        Write(context, span, "figure.wan", value, number => Scaled(number, TenThousand, "万", CheckedDigits(span, "figure.wan", digits)));

    /// <summary>In units of a hundred million, without zeroes at the end: 1234567890 gives 12.35亿.</summary>
    public static string? Yi(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        Write(context, span, "figure.yi", value, number => Scaled(number, HundredMillion, "亿", CheckedDigits(span, "figure.yi", digits)));

    /// <summary>In the unit that suits its size: as it is under 10000, then in 万, from 100000000 on in 亿.</summary>
    public static string? Short(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        Write(context, span, "figure.short", value, number => Math.Abs(number) switch
        {
            < TenThousand => FigureText.AtMost(number, CheckedDigits(span, "figure.short", digits)),
            < HundredMillion => Scaled(number, TenThousand, "万", CheckedDigits(span, "figure.short", digits)),
            _ => Scaled(number, HundredMillion, "亿", CheckedDigits(span, "figure.short", digits)),
        });

    /// <summary>The figure that a person wrote, as a number: <c>1,234</c>, <c>１２３</c>, <c>12.5%</c>, 一百二十, 3.5万; null if it is none.</summary>
    public static decimal? Number(TemplateContext context, object? value) =>
        value is not null && FigureParser.TryRead((RenderContext)context, value, out var number) ? number : null;

    /// <summary>The sum of the figures of a list, or of one member of each item. Missing figures count as nothing.</summary>
    public static object? Sum(TemplateContext context, SourceSpan span, object? list, string? member = null)
    {
        var sum = 0m;
        var addends = Items(context, span, list, member).ToList();
        foreach (var value in addends.Select(ISourcedValue.Plain).Where(v => v is not (null or "")))
        {
            if (!FigureParser.TryRead((RenderContext)context, value!, out var number))
                throw new TemplateException(span, Messages.NotANumber("figure.sum", context.ObjectToString(value, true)));
            sum = Bounded(span, "figure.sum", () => sum + number);
        }

        return JoinedSources.Keep(decimal.IsInteger(sum) ? Numbers.Smallest(new BigInteger(sum)) : sum, [.. addends]);
    }

    private static IEnumerable<object?> Items(TemplateContext context, SourceSpan span, object? list, string? member)
    {
        if (list is null)
            yield break;
        if (list is string or IScriptObject and not IList || list is not IEnumerable items)
            throw new TemplateException(span, Messages.NoList(context.GetTypeName(list)));
        foreach (var item in items)
            yield return member is null || item is null ? item : MemberOf(context, span, item, member);
    }

    private static object? MemberOf(TemplateContext context, SourceSpan span, object item, string member)
    {
        if (context.GetMemberAccessor(item).TryGetValue(context, span, item, member, out var value))
            return value;
        context.TryGetMember?.Invoke(context, span, item, member, out value);
        return value;
    }

    private static string Percentage(decimal ratio, int digits) => FigureText.Fixed(ratio * 100, digits) + "%";

    private static string Scaled(decimal number, decimal unit, string name, int digits) =>
        FigureText.AtMost(number / unit, digits) + name;

    private static string? Write(
        TemplateContext context, SourceSpan span, string function, object? value, Func<decimal, string> write) =>
        Read(context, span, function, value) is { } number ? Bounded(span, function, () => write(number)) : null;

    private static decimal? Read(TemplateContext context, SourceSpan span, string function, object? value)
    {
        if (value is null or "")
            return context.StrictVariables ? throw new TemplateException(span, Messages.NoFigure(function)) : null;
        return FigureParser.TryRead((RenderContext)context, value, out var number)
            ? number
            : throw new TemplateException(span, Messages.NotANumber(function, context.ObjectToString(value, true)));
    }

    private static T Bounded<T>(SourceSpan span, string function, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            throw new TemplateException(span, Messages.TooLarge(function));
        }
    }

    private static int CheckedDigits(SourceSpan span, string function, int digits) => digits is >= 0 and <= FigureText.MaximumDigits
        ? digits
        : throw new TemplateException(span, Messages.OutOfRange(function, "digits", digits, 0, FigureText.MaximumDigits));

    private static int? CheckedDigits(SourceSpan span, string function, int? digits) =>
        digits is { } count ? CheckedDigits(span, function, count) : null;
}
