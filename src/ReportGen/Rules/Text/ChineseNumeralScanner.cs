using ReportGen.Templating.Functions.Figures;

namespace ReportGen.Rules.Text;

/// <summary>Numbers written in Chinese numerals: 三十六, 一百零五, 两万, 二〇二四.</summary>
internal static class ChineseNumeralScanner
{
    private const int MaxNumerals = 16;
    private const string Numerals = "〇零一二三四五六七八九两十百千万亿";
    private const string Measures = "件条次期篇宗项份个场人家处名批轮起";
    private const string NoCounts = "第每这那同某逐唯任统";

    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    public static bool IsMeasure(char c) => Measures.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a numeral after this character is no count: 第三条, 每一件.</summary>
    public static bool IsNoCount(char c) => NoCounts.Contains(c, StringComparison.Ordinal);

    /// <summary>10 for 十, 10000 for 万; 1 for other characters.</summary>
    public static decimal Unit(char c) =>
        c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 1 };

    /// <summary>The value of the numerals at a place and their length in characters; length 0 if they form no number.</summary>
    public static (decimal Value, int Length) Read(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MaxNumerals && IsNumeral(text[end])) end++;
        return ChineseNumeralReader.TryRead(text[at..end], out var value) ? (value, end - at) : (0, 0);
    }
}
