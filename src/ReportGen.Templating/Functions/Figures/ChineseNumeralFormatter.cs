namespace ReportGen.Templating.Functions.Figures;

/// <summary>Formats numbers in Chinese numerals: everyday (一百二十), financial (壹佰贰拾) and digit by digit (二〇二四).</summary>
internal static class ChineseNumeralFormatter
{
    /// <summary>The smallest whole number that cannot be formatted: 10^16.</summary>
    public const decimal Ceiling = 1_0000_0000_0000_0000m;

    private static readonly NumeralSet s_everyday = new("零一二三四五六七八九", "十百千", DropsLeadingOne: true);
    private static readonly NumeralSet s_financial = new("零壹贰叁肆伍陆柒捌玖", "拾佰仟", DropsLeadingOne: false);

    /// <summary>The number in everyday numerals; its absolute value must be less than <see cref="Ceiling"/>.</summary>
    public static string WriteEveryday(decimal value) => Write(value, s_everyday);

    /// <summary>
    /// The number in financial numerals, without a currency; its absolute value must be less than <see cref="Ceiling"/>.
    /// </summary>
    public static string WriteFinancial(decimal value) => Write(value, s_financial);

    /// <summary>The text with each digit replaced by a numeral: 2024 gives 二〇二四. Other characters do not change.</summary>
    public static string WriteDigits(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = source[i] is >= '0' and <= '9' ? "〇一二三四五六七八九"[source[i] - '0'] : source[i];
        });

    /// <summary>An amount of yuan, rounded to the fen, as on cheques: 1234.5 gives 壹仟贰佰叁拾肆元伍角整.</summary>
    public static string WriteMoney(decimal yuan)
    {
        var rounded = Math.Round(Math.Abs(yuan), 2, MidpointRounding.AwayFromZero);
        var whole = (long)decimal.Truncate(rounded);
        var fen = (int)((rounded - whole) * 100);
        var text = new StringBuilder(yuan < 0 && rounded != 0 ? "负" : "");
        if (whole > 0 || fen == 0) text.Append(WriteWhole(whole, s_financial)).Append('元');
        return AppendSmallMoney(text, fen / 10, fen % 10, whole > 0).ToString();
    }

    private static StringBuilder AppendSmallMoney(StringBuilder text, int jiao, int fen, bool afterYuan)
    {
        if (jiao > 0) text.Append(s_financial.Digits[jiao]).Append('角');
        else if (fen > 0 && afterYuan) text.Append('零');
        return fen > 0 ? text.Append(s_financial.Digits[fen]).Append('分') : text.Append('整');
    }

    private static string Write(decimal value, NumeralSet set)
    {
        var text = new StringBuilder(value < 0 ? "负" : "");
        var absolute = Math.Abs(value);
        var whole = decimal.Truncate(absolute);
        text.Append(WriteWhole((long)whole, set));
        if (absolute != whole) AppendFraction(text.Append('点'), absolute - whole, set);
        return text.ToString();
    }

    private static void AppendFraction(StringBuilder text, decimal fraction, NumeralSet set)
    {
        while (fraction > 0)
        {
            fraction *= 10;
            var digit = (int)decimal.Truncate(fraction);
            text.Append(set.Digits[digit]);
            fraction -= digit;
        }
    }

    private static string WriteWhole(long value, NumeralSet set)
    {
        if (value == 0) return set.Digits[..1];
        var text = new StringBuilder();
        AppendDigits(text, value.ToString(CultureInfo.InvariantCulture), set);
        return set.DropsLeadingOne && text.Length > 1 && text[0] == set.Digits[1] && text[1] == set.Units[0]
            ? text.ToString(1, text.Length - 1)
            : text.ToString();
    }

    /// <summary>Appends groups of four digits. Adjacent zeros are written as one 零, and none before 万 or 亿.</summary>
    private static void AppendDigits(StringBuilder text, string digits, NumeralSet set)
    {
        var (skipped, hasNumeral) = (false, false);
        for (var place = digits.Length - 1; place >= 0; place--)
        {
            var digit = digits[^(place + 1)] - '0';
            if (digit > 0 && skipped) text.Append(set.Digits[0]);
            if (digit > 0) text.Append(set.Digits[digit]).Append(place % 4 == 0 ? "" : set.Units[place % 4 - 1].ToString());
            (skipped, hasNumeral) = (digit == 0, hasNumeral || digit > 0);
            if (place % 4 > 0 || place == 0) continue;
            var group = place == 8 ? "亿" : hasNumeral ? "万" : "";
            text.Append(group);
            (skipped, hasNumeral) = (skipped && group == "", false);
        }
    }

    private sealed record NumeralSet(string Digits, string Units, bool DropsLeadingOne);
}
