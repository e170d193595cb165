using System.Globalization;
using ClosedXML.Excel;

namespace FillWithClosedXml;

/// <summary>
/// What a cell's data validation allows. Excel applies it to what a person types; this program applies it itself.
/// </summary>
/// <param name="Type">Whole number, decimal, date or list.</param>
/// <param name="Min">The smallest number, or the first day as a serial number.</param>
/// <param name="Max">The largest number, or the last day; null for no limit.</param>
/// <param name="Choices">The entries of a list.</param>
internal sealed record EntryRule(XLAllowedValues Type, decimal? Min, decimal? Max, IReadOnlyList<string> Choices)
{
    public static EntryRule? Of(IXLCell cell)
    {
        var validation = cell.Worksheet.DataValidations.FirstOrDefault(v => v.Ranges.Any(r => r.Contains(cell)));
        if (validation is null or { AllowedValues: XLAllowedValues.AnyValue }) return null;
        if (validation.AllowedValues == XLAllowedValues.List)
            return new EntryRule(XLAllowedValues.List, null, null, validation.Value.Trim('"').Split(','));
        return new EntryRule(validation.AllowedValues, Number(validation.MinValue), Number(validation.MaxValue), []);
    }

    /// <summary>Turns the text of the CSV file into the value of the cell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reason">Receives why the text is no such value; null when it is one.</param>
    /// <returns>A long, decimal, DateTime or string; null when the cell stays as it is.</returns>
    public object? Parse(string text, out string? reason)
    {
        text = text.Trim();
        reason = null;
        switch (Type)
        {
            case XLAllowedValues.WholeNumber:
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    && Allows(whole))
                {
                    return whole;
                }

                reason = Wanted(text, "整数");
                return null;
            case XLAllowedValues.Decimal:
                const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
                if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number) && Allows(number)) return number;
                reason = Wanted(text, "数");
                return null;
            case XLAllowedValues.Date when text.Length > 0:
                if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    && Allows((decimal)day.ToOADate()))
                {
                    return day;
                }

                reason = $"“{text}”不是日期，请按“2026-01-20”的写法填。";
                return null;
            case XLAllowedValues.List when text.Length > 0 && !Choices.Contains(text):
                reason = $"“{text}”不在可选范围内，请填：{string.Join('、', Choices)}。";
                return null;
            default:
                return text.Length > 0 ? text : null;
        }
    }

    private bool Allows(decimal number) => !(number < Min) && !(number > Max);

    private string Wanted(string text, string kind)
    {
        var wanted = (Min, Max) switch
        {
            (0, null) => $"请填 0 或正{kind}，没有发生的填 0",
            ({ } min, { } max) => $"请填 {min} 至 {max} 的{kind}",
            _ => $"请填{kind}",
        };
        return text.Length == 0 ? $"没有填写；{wanted}。" : $"“{text}”不能用；{wanted}。";
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
