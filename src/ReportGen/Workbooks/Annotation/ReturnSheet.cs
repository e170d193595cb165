namespace ReportGen.Workbooks.Annotation;

/// <summary>The rows, columns and texts of the list of findings, for both writing and reading it.</summary>
internal static class ReturnSheet
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "问题清单";

    /// <summary>The row of the headings, counted from 1.</summary>
    public const int HeadingRow = 3;

    /// <summary>The column of the severities, counted from 1.</summary>
    public const int SeverityColumn = 2;

    /// <summary>The column of the locations, counted from 1.</summary>
    public const int PlaceColumn = 3;

    private static readonly (Severity Severity, LocalizedText Name)[] s_severities =
        [(Severity.Error, new("错误", "error")), (Severity.Warning, new("警告", "warning")),
            (Severity.Information, new("提示", "note"))];

    private static readonly LocalizedText[] s_headings =
        [new("序号", "No."), new("级别", "Severity"), new("位置", "Place"), new("问题", "What is wrong"),
            new("怎样改正", "What would be right"), new("规则", "Rule")];

    /// <summary>The widths of columns A to F in characters.</summary>
    public static IReadOnlyList<double> Widths { get; } = [6, 8, 26, 60, 50, 24];

    /// <summary>The headings of columns A to F.</summary>
    public static IReadOnlyList<string> Headings(Language language) => [.. s_headings.Select(h => h.In(language))];

    /// <summary>The line under the title.</summary>
    /// <param name="list">The findings.</param>
    /// <param name="isAlone">Whether the workbook has only the list, because the submitted file cannot be marked.</param>
    public static string Summary(ReturnList list, bool isAlone)
    {
        var (lines, language) = (list.Lines, list.Language);
        int Count(Severity severity) => lines.Count(l => l.Severity == severity);
        var (errors, warnings, notes) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Information));
        return (list.IsWithoutMacros ? MacrosLost : LocalizedText.Same("")).In(language)
            + (lines.IsEmpty ? NothingFound : new LocalizedText(
                $"共 {lines.Length} 项：错误 {errors} 项，警告 {warnings} 项，提示 {notes} 项。错误改正后才能发布；",
                $"{lines.Length} in all: errors {errors}, warnings {warnings}, notes {notes}. "
                    + "Errors must be corrected before publication. ")).In(language)
            + (lines.IsEmpty ? LocalizedText.Same("") : isAlone ? CorrectTheOriginal : CorrectThisFile).In(language)
            + (list.Remark is { } remark ? (language == Language.English ? " " : "") + remark.In(language) : "");
    }

    private static LocalizedText MacrosLost { get; } = new("原文件中的宏未保留。", "The macros of the original were removed. ");

    private static LocalizedText NothingFound { get; } = new("没有发现问题。", "No findings.");

    private static LocalizedText CorrectThisFile { get; } = new(
        "点“位置”可跳到单元格，点列标题上的箭头可以筛选。改正后直接提交本文件即可，本表不必删除。",
        "A place leads to its cell; the arrows of the headings filter. Correct this file and hand it in; this sheet may stay.");

    private static LocalizedText CorrectTheOriginal { get; } = new(
        "请在原文件中改正，另存为 .xlsx 后重新提交。", "Correct the original, save it as .xlsx and submit it again.");

    /// <summary>The texts of columns A to F for a line.</summary>
    public static IReadOnlyList<string> Texts(int number, ReturnLine line, Language language) =>
    [
        number.ToString(CultureInfo.InvariantCulture), s_severities.First(s => s.Severity == line.Severity).Name.In(language),
        line.Place, line.Message, line.Remedy, line.Rule,
    ];

    /// <summary>The severity that a text of column B names, in any language; null if none.</summary>
    public static Severity? SeverityOf(string text) =>
        s_severities.Where(s => s.Name.Chinese == text.Trim() || s.Name.English == text.Trim()).Select(s => (Severity?)s.Severity)
            .FirstOrDefault();
}
