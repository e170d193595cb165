using System.Text.RegularExpressions;

namespace ReportGen.Model;

/// <summary>Periods of reports as text: <c>2025</c>, <c>2026 3月</c>, <c>2026 第一季度</c>.</summary>
internal static partial class ReportPeriod
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Compares periods in the order of time: numbers by value, Chinese numerals too. Null comes first.</summary>
    public static IComparer<string?> Order { get; } = Comparer<string?>.Create(Compare);

    /// <summary>Whether a text is a part of a period, such as 3, 3月, 第一季度 or 上半年.</summary>
    public static bool IsPart(string text) => Part().IsMatch(text);

    /// <summary>
    /// The part of a period that a user names besides the year, such as <c>3月</c> of <c>2026 3月</c>; empty if there is none.
    /// </summary>
    public static string WithoutYear(string? period, int? year) => period is null ? ""
        : year?.ToString(CultureInfo.InvariantCulture) is not { } first ? period
        : period == first ? ""
        : period.StartsWith(first + ' ', StringComparison.Ordinal) ? period[(first.Length + 1)..] : period;

    /// <summary>Whether two parts of a period are the same, such as 3 and 3月.</summary>
    public static bool IsSamePart(string one, string other) =>
        one == other || (NumberOf(one) is { } number && number == NumberOf(other));

    private static int Compare(string? one, string? other)
    {
        if (one is null || other is null) return (one is null ? 0 : 1) - (other is null ? 0 : 1);
        var (first, second) = (one.Split(' '), other.Split(' '));
        foreach (var (a, b) in first.Zip(second))
        {
            var order = (NumberOf(a) ?? -1).CompareTo(NumberOf(b) ?? -1);
            if (order == 0) order = string.CompareOrdinal(a, b);
            if (order != 0) return order;
        }

        return first.Length.CompareTo(second.Length);
    }

    private static int? NumberOf(string part)
    {
        if (Number().Match(part) is { Success: true } number) return int.Parse(number.Value, CultureInfo.InvariantCulture);
        if (Chinese().Match(part) is not { Success: true } chinese) return null;
        var text = chinese.Value;
        var ten = text.IndexOf('十');
        if (ten < 0) return Digits.IndexOf(text[0]);
        var (tens, ones) = (ten == 0 ? 1 : Digits.IndexOf(text[0]), ten + 1 < text.Length ? Digits.IndexOf(text[ten + 1]) : 0);
        return tens * 10 + ones;
    }

    [GeneratedRegex("^(第?[0-9〇一二三四五六七八九十]{1,4}(年度?|个?月份?|季度?|周|期|次)?|[上下]半年|全年|Q[1-4]|H[12])$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex("[0-9]{1,8}")]
    private static partial Regex Number();

    [GeneratedRegex("[〇一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]")]
    private static partial Regex Chinese();
}
