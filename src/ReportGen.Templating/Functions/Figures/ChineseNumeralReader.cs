namespace ReportGen.Templating.Functions.Figures;

/// <summary>Reads numbers in Chinese numerals, everyday or financial: 一百二十, 壹佰贰拾, 二〇二四, 三点五, 廿五, 三百五 (350), 3千5百.</summary>
public static class ChineseNumeralReader
{
    private const int MaximumLength = 40;
    private const int MaximumDigits = 16;

    /// <summary>The digits from 0 to 9, in three scripts.</summary>
    private const string Numerals = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖0123456789";

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, without spaces or sign.</param>
    /// <param name="value">The number; 0 if there is none.</param>
    /// <returns>False if the text is not exactly one number, or longer than 40 characters.</returns>
    public static bool TryRead(string text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > MaximumLength || text[0] is '万' or '亿') return false;
        text = text.Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var point = text.IndexOf('点');
        if (point < 0) return TryReadWhole(text, out value);
        if (point == 0 || !TryReadWhole(text[..point], out var whole) || !TryReadDigits(text[(point + 1)..], out var fraction))
            return false;
        value = whole + fraction * new decimal(1, 0, 0, isNegative: false, scale: (byte)(text.Length - point - 1));
        return true;
    }

    private static bool TryReadWhole(string text, out decimal value) =>
        text.All(c => Digit(c) is not null) ? TryReadDigits(text, out value) : TryReadUnits(text, out value);

    private static bool TryReadDigits(string text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > MaximumDigits || text.Any(c => Digit(c) is null)) return false;
        value = text.Aggregate(0m, (sum, c) => sum * 10 + Digit(c)!.Value);
        return true;
    }

    /// <summary>A last digit directly after a unit counts tenths of the unit: 三百五 is 350, 三百零五 is 305.</summary>
    private static bool TryReadUnits(string text, out decimal value)
    {
        decimal total = 0, high = 0, section = 0, digit = 0, scale = 1;
        value = 0;
        foreach (var c in text)
        {
            if (Digit(c) is { } next && digit == 0) (digit, scale) = (next, next == 0 ? 1 : scale);
            else if (SmallUnit(c) is { } unit) (section, digit, scale) = (section + Math.Max(digit, 1) * unit, 0, unit / 10);
            else if (c == '万') (high, section, digit, scale) = (high + (section + digit) * 1_0000, 0, 0, 1000);
            else if (c == '亿' && total < ChineseNumeralFormatter.Ceiling)
                (total, high, section, digit, scale) = ((total + high + section + digit) * 1_0000_0000, 0, 0, 0, 1000_0000);
            else return false;
        }

        value = total < ChineseNumeralFormatter.Ceiling ? total + high + section + digit * scale : 0;
        return total < ChineseNumeralFormatter.Ceiling;
    }

    private static int? Digit(char character) => character switch
    {
        '○' => 0,
        '两' or '兩' => 2,
        _ => Numerals.IndexOf(character) is var place and >= 0 ? place % 10 : null,
    };

    private static decimal? SmallUnit(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => null,
    };
}
