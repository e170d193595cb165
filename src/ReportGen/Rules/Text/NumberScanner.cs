namespace ReportGen.Rules.Text;

/// <summary>
/// Finds the numbers in a text of normalized width and without blanks: <c>1,564</c>, <c>97.8</c>, <c>3.5万</c>, <c>三十六</c>,
/// <c>百分之五</c>. Linear in the length of the text.
/// </summary>
internal static class NumberScanner
{
    private const int MaxDigits = 18;

    // Beyond all counts; products and sums of such numbers stay within a decimal.
    private const decimal MaxValue = 1_000_000_000_000_000_000;
    private const string Percent = "百分之";

    /// <summary>The number that begins at <paramref name="at"/>; null if none does.</summary>
    public static ProseNumber? At(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return at > 0 && IsWord(text[at - 1]) ? null : Digits(text, at);
        if (c == '百' && string.CompareOrdinal(text, at, Percent, 0, Percent.Length) == 0)
        {
            return ChineseNumeralScanner.Read(text, at + Percent.Length) is var (percent, length) && length > 0
                ? new ProseNumber(percent, 1, new TextSpan(at, Percent.Length + length)) : null;
        }

        return ChineseNumeralScanner.IsNumeral(c) && (at == 0 || !ChineseNumeralScanner.IsNumeral(text[at - 1]))
            ? Counted(text, at)
            : null;
    }

    /// <summary>Whether the number at a span is a percentage in words (百分之五).</summary>
    public static bool IsPercentWord(string text, TextSpan span) =>
        string.CompareOrdinal(text, span.Start, Percent, 0, Percent.Length) == 0;

    private static ProseNumber? Digits(string text, int at)
    {
        var end = Grouped(text, at);
        var step = 1m;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            for (end++; end < text.Length && char.IsAsciiDigit(text[end]); end++) step /= 10;
        }

        if (end - at > MaxDigits) return null;
        var value = decimal.Parse(text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture);
        var multiplier = 1m;
        for (; end < text.Length && ChineseNumeralScanner.Unit(text[end]) is var unit && unit >= 100
            && IsMultiplier(text, end); end++)
        {
            multiplier *= unit;
            if (value * multiplier > MaxValue) return null;
        }

        return new ProseNumber(value * multiplier, step * multiplier, new TextSpan(at, end - at));
    }

    /// <summary>A unit directly after digits multiplies them, unless it begins another word (3百姓).</summary>
    private static bool IsMultiplier(string text, int at) =>
        text[at] is '万' or '亿'
            || (text[at] is '百' or '千' && at + 1 < text.Length && text[at + 1] is '万' or '亿' or '余' or '多' or '件' or '条');

    /// <summary>The end of the digits, with commas between groups of three.</summary>
    private static int Grouped(string text, int at)
    {
        var end = Run(text, at);
        if (end - at > 3) return end;
        while (end < text.Length && text[end] == ',' && Run(text, end + 1) - end == 4) end += 4;
        return end;
    }

    private static int Run(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    /// <summary>
    /// Reads Chinese numerals that precede a measure word; others are mostly parts of words. A single 一 or 两 is read only at
    /// the end of a clause.
    /// </summary>
    private static ProseNumber? Counted(string text, int at)
    {
        var (value, length) = ChineseNumeralScanner.Read(text, at);
        var end = at + length;
        var measure = end + 1 < text.Length && text[end] is '余' or '多' ? end + 1 : end;
        if (length == 0 || measure >= text.Length || !ChineseNumeralScanner.IsMeasure(text[measure])
            || (at > 0 && ChineseNumeralScanner.IsNoCount(text[at - 1])))
        {
            return null;
        }

        if (length == 1 && text[at] is '一' or '两'
            && (end + 1 < text.Length && text[end + 1] is not (',' or ';' or '。' or ')' or '、')))
        {
            return null;
        }

        return new ProseNumber(value, 1, new TextSpan(at, length));
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);
}
