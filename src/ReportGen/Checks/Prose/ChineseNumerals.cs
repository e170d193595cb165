namespace ReportGen.Checks.Prose;

/// <summary>Numbers written in Chinese numerals: 三十六, 一百零五, 两万, 二〇二四.</summary>
internal static class ChineseNumerals
{
    private const string Numerals = "〇零一二三四五六七八九两十百千万亿";
    private const string Measures = "件条次期篇宗项份个场人家处名批轮起";
    private const string NoCounts = "第每这那同某逐唯任统";

    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    public static bool IsMeasure(char c) => Measures.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a numeral behind this character counts nothing: 第三条, 每一件.</summary>
    public static bool IsNoCount(char c) => NoCounts.Contains(c, StringComparison.Ordinal);

    /// <summary>10 for 十, 10000 for 万; 1 for what is no unit.</summary>
    public static decimal Unit(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 1 };

    /// <summary>The value of the numerals at a place and how many characters they take; 0 characters when there are none.</summary>
    public static (decimal Value, int Length) Read(string text, int at)
    {
        decimal total = 0, section = 0, digit = 0, least = 0;
        var end = at;
        for (; end < text.Length && end - at < 16 && IsNumeral(text[end]); end++)
        {
            var unit = Unit(text[end]);
            if (unit == 1)
            {
                var next = Digit(text[end]);
                digit = end > at && Unit(text[end - 1]) == 1 ? (digit * 10) + next : next;
            }
            else if (unit < 10_000)
            {
                section += (digit == 0 ? 1 : digit) * unit;
                digit = 0;
            }
            else
            {
                total = unit > least ? (total + section + digit) * unit : total + ((section + digit) * unit);
                (section, digit, least) = (0, 0, unit);
            }
        }

        return (total + section + digit, end - at);
    }

    private static int Digit(char c) => c switch
    {
        '一' => 1, '二' or '两' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '七' => 7, '八' => 8, '九' => 9, _ => 0,
    };
}
