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
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? "〇一二三四五六七八九"[c - '0'] : c));

    /// <summary>An amount of yuan, rounded to the fen, as on cheques: 1234.5 gives 壹仟贰佰叁拾肆元伍角整.</summary>
    public static string WriteMoney(decimal yuan)
    {
        // The whole yuan, a point, jiao and fen.
        var digits = FigureText.Fixed(Math.Abs(yuan), 2);
        var (whole, jiao, fen) = (digits[..^3], digits[^2] - '0', digits[^1] - '0');
        var text = new StringBuilder(FigureText.Round(yuan, 2) < 0 ? "负" : "");
        if (whole != "0" || (jiao == 0 && fen == 0)) text.Append(WriteWhole(whole, s_financial)).Append('元');
        if (jiao > 0) text.Append(s_financial.Digits[jiao]).Append('角');
        else if (fen > 0 && whole != "0") text.Append('零');
        return (fen > 0 ? text.Append(s_financial.Digits[fen]).Append('分') : text.Append('整')).ToString();
    }

    private static string Write(decimal value, NumeralSet set)
    {
        var parts = FigureText.Plain(Math.Abs(value)).Split('.');
        var fraction = parts.Length > 1 ? "点" + string.Concat(parts[1].Select(c => set.Digits[c - '0'])) : "";
        return (value < 0 ? "负" : "") + WriteWhole(parts[0], set) + fraction;
    }

    /// <summary>Writes groups of four digits. Adjacent zeros are written as one 零, and none before 万 or 亿.</summary>
    private static string WriteWhole(string digits, NumeralSet set)
    {
        if (digits == "0") return set.Digits[..1];
        var text = new StringBuilder();
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

        var written = text.ToString();
        return set.DropsLeadingOne && written.StartsWith("一十", StringComparison.Ordinal) ? written[1..] : written;
    }

    private sealed record NumeralSet(string Digits, string Units, bool DropsLeadingOne);
}
