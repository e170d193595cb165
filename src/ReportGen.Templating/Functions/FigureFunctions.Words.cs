namespace ReportGen.Templating.Functions;

internal static partial class FigureFunctions
{
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
    /// The change from an earlier figure in percent, with its verb: 同比增长1.05%, 同比下降3.20%, 同比持平. If the earlier figure is zero
    /// or negative, the difference in <paramref name="unit"/>: 同比增加12件.
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
}
