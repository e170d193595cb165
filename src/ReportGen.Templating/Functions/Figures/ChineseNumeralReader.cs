namespace ReportGen.Templating.Functions.Figures;

/// <summary>Reads numbers written in Chinese numerals, everyday or financial: 一百二十, 壹佰贰拾, 二〇二四, 三点五.</summary>
internal static class ChineseNumeralReader
{
    private const int MaximumLength = 40;
    private const string Zeroes = "零〇○";
    private const string Everyday = "一二三四五六七八九";
    private const string Financial = "壹贰叁肆伍陆柒捌玖";

    /// <summary>Reads the text, at most 40 characters of numerals and units; false when anything else stands in it.</summary>
    public static bool TryRead(string text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > MaximumLength || text[0] is '万' or '亿')
            return false;
        var point = text.IndexOf('点');
        if (point < 0)
            return TryReadWhole(text, out value);
        if (point == 0 || !TryReadWhole(text[..point], out var whole) || !TryReadDigits(text[(point + 1)..], out var fraction))
            return false;
        for (var i = point + 1; i < text.Length; i++)
            fraction /= 10;
        value = whole + fraction;
        return true;
    }

    private static bool TryReadWhole(string text, out decimal value) =>
        text.AsSpan().ContainsAny("十拾百佰千仟万亿") ? TryReadUnits(text, out value) : TryReadDigits(text, out value);

    private static bool TryReadDigits(string text, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > 16)
            return false;
        foreach (var character in text)
        {
            if (Digit(character) is not { } digit)
                return false;
            value = value * 10 + digit;
        }
        return true;
    }

    private static bool TryReadUnits(string text, out decimal value)
    {
        decimal total = 0, high = 0, section = 0;
        value = 0;
        int? digit = null;
        foreach (var character in text)
        {
            if (Digit(character) is { } next)
            {
                if (digit is > 0)
                    return false;
                digit = next;
            }
            else if (SmallUnit(character) is { } unit)
            {
                section += (digit is null or 0 ? 1 : digit.Value) * unit;
                digit = null;
            }
            else if (character == '万')
                (high, section, digit) = (high + (section + (digit ?? 0)) * 10_000, 0, null);
            else if (character == '亿')
                (total, high, section, digit) = ((total + high + section + (digit ?? 0)) * 100_000_000, 0, 0, null);
            else
                return false;
            if (total >= ChineseNumeralFormatter.Ceiling)
                return false;
        }
        value = total + high + section + (digit ?? 0);
        return true;
    }

    private static int? Digit(char character)
    {
        if (Zeroes.Contains(character))
            return 0;
        if (character is '两' or '兩')
            return 2;
        var index = Everyday.IndexOf(character);
        if (index < 0)
            index = Financial.IndexOf(character);
        return index < 0 ? null : index + 1;
    }

    private static int? SmallUnit(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => null,
    };
}
