using System.Globalization;
using ReportGen.Diagnostics;

namespace ReportGen.Workbooks.Returning;

/// <summary>The layout of the list of findings: what stands in which row and column. Written and read by it.</summary>
internal static class ReturnSheet
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "问题清单";

    /// <summary>The row of the headings, counted from 1.</summary>
    public const int HeadingRow = 3;

    /// <summary>The column of the places, counted from 1.</summary>
    public const int PlaceColumn = 3;

    private static readonly (Severity Severity, string Name)[] _severities =
        [(Severity.Error, "错误"), (Severity.Warning, "警告"), (Severity.Information, "提示")];

    /// <summary>The headings of columns A to F.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["序号", "级别", "位置", "问题", "怎样改正", "规则"];

    /// <summary>The widths of columns A to F in characters.</summary>
    public static IReadOnlyList<double> Widths { get; } = [6, 8, 26, 60, 50, 24];

    /// <summary>The line under the title.</summary>
    /// <param name="lines">The findings.</param>
    /// <param name="withoutMacros">Whether the submitted workbook had macros, which are left out.</param>
    public static string Summary(IReadOnlyCollection<ReturnLine> lines, bool withoutMacros = false)
    {
        var counts = _severities.Select(s => $"{s.Name} {lines.Count(l => l.Severity == s.Severity).ToString(CultureInfo.InvariantCulture)} 项");
        var macros = withoutMacros ? "原文件中的宏未保留。" : "";
        return macros + (lines.Count == 0
            ? "没有发现问题。"
            : $"共 {lines.Count.ToString(CultureInfo.InvariantCulture)} 项：{string.Join("，", counts)}。错误改正后才能发布；点“位置”可跳到单元格。改正后直接提交本文件即可，本表不必删除。");
    }

    /// <summary>The texts of columns A to F for a line.</summary>
    public static IReadOnlyList<string> Texts(int number, ReturnLine line) =>
    [
        number.ToString(CultureInfo.InvariantCulture), _severities.First(s => s.Severity == line.Severity).Name,
        line.Place, line.Message, line.Remedy, line.Rule,
    ];

    /// <summary>The severity that a text of column B names; null when it names none.</summary>
    public static Severity? SeverityOf(string text) =>
        _severities.Where(s => s.Name == text.Trim()).Select(s => (Severity?)s.Severity).FirstOrDefault();
}
