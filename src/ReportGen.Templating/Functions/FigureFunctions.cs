using System.Collections;

namespace ReportGen.Templating.Functions;

/// <summary>
/// The library <c>figure</c>, not part of Scriban: formats figures as Chinese reports print them, independent of culture. Text
/// that can be read as a figure is accepted. A missing figure is an error if the context is strict, otherwise null. Scriban
/// imports the public static methods by reflection: TrimmerRoots.xml of the program keeps them.
/// </summary>
internal sealed class FigureFunctions : ScriptObject
{
    private const int DefaultDigits = 2;
    private const decimal TenThousand = 1_0000m;
    private const decimal HundredMillion = 1_0000_0000m;

    /// <summary>Formats with thousands separators: 1,234,567.8; with the given number of decimals (0 to 15), or all.</summary>
    public static string? Group(TemplateContext context, SourceSpan span, object? value, int? digits = null) =>
        new FigureCall(context, span, "figure.group").Write(value, digits ?? 0, (number, _) => FigureText.Group(number, digits));

    /// <summary>Formats with the given number of decimals (0 to 15) and no separators: 3.10.</summary>
    public static string? Fixed(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.fixed").Write(value, digits, FigureText.Fixed);

    /// <summary>Formats a ratio in percent: 0.1234 gives 12.34%.</summary>
    public static string? Percent(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.percent").Write(value, digits, Percentage);

    /// <summary>Formats a part of a whole in percent: 1 of 3 gives 33.33%; a dash if the whole is zero.</summary>
    public static string? Share(
        TemplateContext context, SourceSpan span, object? part, object? whole, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.share").Compare(part, whole, digits, (some, all, count) =>
            all == 0 ? "—" : Percentage(some / all, count));

    /// <summary>Formats in units of ten thousand, without trailing zeros: 123456 gives 12.35万.</summary>
    public static string? Wan(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.wan").Write(value, digits, InTenThousands);

    /// <summary>Formats in units of a hundred million, without trailing zeros: 1234567890 gives 12.35亿.</summary>
    public static string? Yi(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.yi").Write(value, digits, InHundredMillions);

    /// <summary>Formats in a suitable unit: unchanged below 10000, then in 万, from 100000000 in 亿.</summary>
    public static string? Short(TemplateContext context, SourceSpan span, object? value, int digits = DefaultDigits) =>
        new FigureCall(context, span, "figure.short").Write(value, digits, (number, count) => Math.Abs(number) switch
        {
            < TenThousand => FigureText.AtMost(number, count),
            < HundredMillion => InTenThousands(number, count),
            _ => InHundredMillions(number, count),
        });

    /// <summary>
    /// Converts a figure written by a person to a number (<c>１２３</c>, <c>12.5%</c>, 一百二十, 3.5万); null if it is not a figure.
    /// </summary>
    public static decimal? Number(TemplateContext context, object? value) =>
        value is not null && FigureParser.TryRead((RenderContext)context, value, out var number) ? number : null;

    /// <summary>The sum of the figures of a list, or of one member of each item. Missing figures count as zero.</summary>
    public static object? Sum(TemplateContext context, SourceSpan span, object? list, string? member = null)
    {
        var call = new FigureCall(context, span, "figure.sum");
        var sum = 0m;
        object?[] addends = [.. Items(context, span, list, member)];
        foreach (var value in addends.Where(v => ISourcedValue.Plain(v) is not (null or "")))
            sum = call.Bounded(() => sum + call.Read(value)!.Value);
        return JoinedSources.WithSourcesOf(decimal.IsInteger(sum) ? Numbers.Smallest(new BigInteger(sum)) : sum, addends);
    }

    /// <summary>Formats a number below 10^16 in everyday Chinese numerals: 120 gives 一百二十.</summary>
    public static string? Chinese(TemplateContext context, SourceSpan span, object? value) =>
        Spell(new FigureCall(context, span, "figure.chinese"), value, ChineseNumeralFormatter.WriteEveryday);

    /// <summary>Formats a number below 10^16 in financial Chinese numerals: 120 gives 壹佰贰拾.</summary>
    public static string? Financial(TemplateContext context, SourceSpan span, object? value) =>
        Spell(new FigureCall(context, span, "figure.financial"), value, ChineseNumeralFormatter.WriteFinancial);

    /// <summary>Formats an amount in yuan as on cheques: 1234.5 gives 壹仟贰佰叁拾肆元伍角整.</summary>
    public static string? Money(TemplateContext context, SourceSpan span, object? value) =>
        Spell(new FigureCall(context, span, "figure.money"), value, ChineseNumeralFormatter.WriteMoney);

    /// <summary>Replaces each digit by a numeral, as in years: 2024 gives 二〇二四. Other characters do not change.</summary>
    public static string? Digits(string? value) => value is null ? null : ChineseNumeralFormatter.WriteDigits(value);

    /// <summary>
    /// The change from an earlier figure in percent, with its verb: 同比增长1.05%, 同比下降3.20%, 同比持平. If the earlier figure
    /// is zero or negative, the difference in <paramref name="unit"/>: 同比增加12件.
    /// </summary>
    public static string? Change(
        TemplateContext context, SourceSpan span,
        object? current, object? earlier, int digits = DefaultDigits, string? prefix = "同比", string? unit = null) =>
        new FigureCall(context, span, "figure.change").Compare(current, earlier, digits, (now, then, count) =>
            prefix + FigureChange.Describe(now, then, count, unit ?? ""));

    /// <summary>The difference from an earlier figure with its verb: 增加12件, 减少3件, 持平.</summary>
    public static string? Difference(
        TemplateContext context, SourceSpan span, object? current, object? earlier, string? unit = null) =>
        new FigureCall(context, span, "figure.difference").Compare(current, earlier, 0, (now, then, _) =>
            FigureChange.Difference(now, then, unit ?? ""));

    /// <summary>The verb for the change from an earlier figure: 增长, 下降 or 持平.</summary>
    public static string? Verb(TemplateContext context, SourceSpan span, object? current, object? earlier) =>
        new FigureCall(context, span, "figure.verb").Compare(current, earlier, 0, (now, then, _) => FigureChange.Verb(now, then));

    private static string? Spell(FigureCall call, object? value, Func<decimal, string> write) =>
        call.Write(value, 0, (number, _) => Math.Abs(FigureText.Round(number, 2)) < ChineseNumeralFormatter.Ceiling
            ? write(number)
            : throw new TemplateException(call.Span, Messages.TooLarge(call.Function)));

    private static IEnumerable<object?> Items(TemplateContext context, SourceSpan span, object? list, string? member)
    {
        if (list is null) yield break;
        if (list is string or IScriptObject and not IList || list is not IEnumerable items)
            throw new TemplateException(span, Messages.NoList(context.GetTypeName(list)));
        foreach (var item in items) yield return member is null || item is null ? item : MemberOf(context, span, item, member);
    }

    private static object? MemberOf(TemplateContext context, SourceSpan span, object item, string member)
    {
        if (context.GetMemberAccessor(item).TryGetValue(context, span, item, member, out var value)) return value;
        context.TryGetMember?.Invoke(context, span, item, member, out value);
        return value;
    }

    private static string Percentage(decimal ratio, int digits) => FigureText.Fixed(ratio * 100, digits) + "%";

    private static string InTenThousands(decimal number, int digits) => FigureText.AtMost(number / TenThousand, digits) + "万";

    private static string InHundredMillions(decimal number, int digits) =>
        FigureText.AtMost(number / HundredMillion, digits) + "亿";
}
