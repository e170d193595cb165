namespace ReportGen.Workbooks.Mapping;

/// <summary>The messages about cells without a usable value, the same for a figure, a field and a text.</summary>
internal static class CellMessages
{
    /// <summary>A formula without a stored result.</summary>
    /// <param name="name">What the cell holds, such as <c>“报告年度”</c> or <c>表二“规章”（本年制发件数）</c>.</param>
    /// <param name="at">The cell.</param>
    public static Diagnostic NoStoredValue(string name, SourceLocation at) => Unread(
        "workbook.no-stored-value", at,
        $"{name}是公式，但文件里没有它的计算结果。", $"{name} is a formula, but the file has no result for it.",
        new("请用 Excel 或 WPS 打开工作簿，保存后再交；或者直接填写内容。",
            "Open the workbook in Excel or WPS and save it, or enter the value itself."));

    /// <summary>An error value such as <c>#REF!</c>; otherwise like <see cref="NoStoredValue"/>.</summary>
    public static Diagnostic ErrorValue(string name, string value, SourceLocation at) => Unread(
        "workbook.error-value", at,
        $"{name}是错误值 {value}。", $"{name} is an error value, {value}.",
        new("请修正公式，或者直接填写内容。", "Correct the formula, or enter the value itself."));

    /// <summary>An error because of which content is not read.</summary>
    public static Diagnostic Unread(string id, SourceLocation at, string chinese, string english, LocalizedText remedy) =>
        Diagnostic.Error(id, at, chinese, english, remedy) with { LosesContent = true };
}
