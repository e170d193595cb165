using ReportGen.Definitions;
using ReportGen.Workbooks.Reading;
using static ReportGen.Diagnostics.Diagnostic;
using static ReportGen.Workbooks.Mapping.CellMessages;
using static ReportGen.Workbooks.Mapping.LabelText;

namespace ReportGen.Workbooks.Mapping;

/// <summary>The messages about sheets, the cover and prose. All ids start with <c>workbook.</c>.</summary>
internal static class SheetMessages
{
    /// <summary>The id of <see cref="MissingSheet"/>.</summary>
    public const string MissingSheetId = "workbook.missing-sheet";

    public static Diagnostic NotStandard(string file, IEnumerable<string> expected, IEnumerable<string> found) => Unread(
        "workbook.not-standard", new FileLocation { File = file },
        $"这不是标准工作簿：没有一张工作表的名称相符。文件中有：{List(found)}。",
        $"This is not a standard workbook: no sheet has a known name. Its sheets: {List(found)}.",
        new($"标准工作簿应有：{List(expected)}。请从空白标准工作簿开始填报。", $"A standard workbook has: {List(expected)}. Start from a blank one."));

    public static Diagnostic MissingSheet(string file, SheetDefinition sheet, string? near) => Unread(
        MissingSheetId, new FileLocation { File = file },
        $"缺少工作表“{sheet.Name}”。", $"The sheet “{sheet.Name}” is missing.",
        near is null
            ? new($"请从空白标准工作簿复制“{sheet.Name}”。", $"Copy “{sheet.Name}” from a blank standard workbook.")
            : new($"工作表“{near}”是否应命名为“{sheet.Name}”？", $"Is the sheet “{near}” meant to be named “{sheet.Name}”?")) with
        {
            Form = sheet is TableSheet { IsPrevious: false, TableIds: [var table] } ? new FormPlace(table) : null,
        };

    public static Diagnostic DuplicateSheet(string file, SheetDefinition sheet, string used, string other) => Unread(
        "workbook.duplicate-sheet", new SheetLocation { File = file, Sheet = other },
        $"有两张工作表都像“{sheet.Name}”：已读取“{used}”，未读取“{other}”。",
        $"Two sheets look like “{sheet.Name}”: “{used}” is read, “{other}” is not.",
        new("请删除多余的一张。", "Delete the superfluous one."));

    public static Diagnostic MissingField(FieldDefinition field, SourceLocation at, string? near) => Unread(
        "workbook.missing-field", at,
        $"找不到“{field.Name}”这一行。", $"There is no line “{field.Name}”.",
        near is null
            ? new($"请加一行：左边写“{field.Name}”，右边一格填内容。", $"Add a line: “{field.Name}” on the left, its value in the next cell.")
            : new($"“{near}”是否应为“{field.Name}”？", $"Is “{near}” meant to be “{field.Name}”?"));

    public static Diagnostic DuplicateField(FieldDefinition field, SourceLocation at, SourceLocation first) => Unread(
        "workbook.duplicate-field", at,
        $"“{field.Name}”出现了两次，内容不同。", $"“{field.Name}” occurs twice with different values.",
        new("请只保留一行。", "Keep one line.")) with
    { Related = [first] };

    public static Diagnostic EmptyField(FieldDefinition field, SourceLocation at) => Unread(
        "workbook.empty-field", at, $"“{field.Name}”没有填写。", $"“{field.Name}” is not filled in.",
        field.Hint ?? new("请填写。", "Fill it in."));

    public static Diagnostic BadYear(FieldDefinition field, string text, SourceLocation at) => Unread(
        "workbook.bad-year", at, $"“{field.Name}”不是年份：“{Short(text)}”。", $"“{field.Name}” is not a year: “{Short(text)}”.",
        new("请填四位数字的年份，如 2025。", "Write the year in four digits, such as 2025.")) with
    { Quotation = Quotation.OfWhole(text) };

    public static Diagnostic UnknownYear(FieldDefinition field, int year, string known, SourceLocation at) => Unread(
        "workbook.unknown-year", at,
        string.Create(CultureInfo.InvariantCulture, $"没有适用于 {year} 年的表格格式。"),
        string.Create(CultureInfo.InvariantCulture, $"There is no form for the year {year}."),
        new($"请核对“{field.Name}”。现有格式适用于：{known}。", $"Check “{field.Name}”. Forms exist for: {known}."));

    public static Diagnostic BadDate(FieldDefinition field, string text, SourceLocation at) => Unread(
        "workbook.bad-date", at, $"“{field.Name}”不是日期：“{Short(text)}”。", $"“{field.Name}” is not a date: “{Short(text)}”.",
        new("请按 2026-01-20 或 2026年1月20日 的样式填写。", "Write it like 2026-01-20 or 2026年1月20日.")) with
    { Quotation = Quotation.OfWhole(text) };

    public static Diagnostic BadChoice(FieldDefinition field, string text, SourceLocation at) => Unread(
        "workbook.bad-choice", at, $"“{field.Name}”的内容“{Short(text)}”不在可选范围内。",
        $"“{field.Name}” is “{Short(text)}”, which is not one of its values.",
        new($"请从以下选择：{string.Join("、", field.Choices)}。", $"Choose one of: {string.Join(", ", field.Choices)}.")) with
    { Quotation = Quotation.OfWhole(text) };

    public static Diagnostic UnreadText(ProseSheet sheet, RawCell cell, SourceLocation at) => Warning(
        "workbook.unread-text", at,
        $"“{sheet.TextColumn}”一列以外还有内容“{Short(cell.Text)}”，不会印在报告里。",
        $"There is content outside the column “{sheet.TextColumn}”, “{Short(cell.Text)}”; it is not printed.",
        new($"需要发布的，请移到“{sheet.TextColumn}”一列；否则请删除。",
            $"Move it to the column “{sheet.TextColumn}” if it is to be published; delete it otherwise."));

    public static Diagnostic ControlCharacter(RawCell cell, SourceLocation at) => Warning(
        "workbook.control-character", at,
        $"“{Short(cell.Text)}”中有看不见的控制字符，已去掉。", $"“{Short(cell.Text)}” has invisible control characters, which are left out.",
        new("请核对这一格，重新输入有问题的文字。", "Check the cell, and type the text in question again."));

    public static Diagnostic HiddenSheet(SheetLocation at) => Warning(
        "workbook.hidden-sheet", at,
        $"工作表“{at.Sheet}”是隐藏的，其中的内容仍会印在报告里。", $"The sheet “{at.Sheet}” is hidden; its content is printed nevertheless.",
        new("请取消隐藏，核对后再提交；不应发布的内容请删除。", "Unhide the sheet and check it; delete what is not to be published."));

    public static Diagnostic HiddenRows(SourceLocation at, IReadOnlyList<int> rows) => Warning(
        "workbook.hidden-rows", at,
        $"第 {Runs(rows, Number, "、")} 行是隐藏的，其中的内容仍会印在报告里。",
        rows is [var row] ? $"Row {row} is hidden; its content is printed nevertheless."
            : $"Rows {Runs(rows, Number, ", ")} are hidden; their content is printed nevertheless.",
        new("请取消隐藏，核对后再提交；不应发布的内容请删除。", "Unhide the rows and check them; delete what is not to be published."));

    public static Diagnostic HiddenColumns(SourceLocation at, IReadOnlyList<int> columns) => Warning(
        "workbook.hidden-columns", at,
        $"{Runs(columns, CellAddress.ColumnLetters, "、")} 列是隐藏的，其中的内容仍会印在报告里。",
        columns is [var column] ? $"Column {CellAddress.ColumnLetters(column)} is hidden; its content is printed nevertheless."
            : $"Columns {Runs(columns, CellAddress.ColumnLetters, ", ")} are hidden; their content is printed nevertheless.",
        new("请取消隐藏，核对后再提交；不应发布的内容请删除。", "Unhide the columns and check them; delete what is not to be published."));

    public static Diagnostic MissingColumns(ProseSheet sheet, string column, SourceLocation at, string? near) => Unread(
        "workbook.missing-column", at, $"找不到列标题“{column}”。", $"There is no column heading “{column}”.",
        near is null
            ? new($"第一行应有列标题“{sheet.LevelColumn}”和“{sheet.TextColumn}”。",
                $"The first row should have the headings “{sheet.LevelColumn}” and “{sheet.TextColumn}”.")
            : new($"“{near}”是否应为“{column}”？", $"Is “{near}” meant to be “{column}”?"));

    public static Diagnostic UnknownLevel(ProseSheet sheet, string text, string? near, SourceLocation at) => Unread(
        "workbook.unknown-level", at, $"“{Short(text)}”不是可用的{sheet.LevelColumn}。",
        $"“{Short(text)}” is not a valid {sheet.LevelColumn}.",
        new($"{(near is null ? "" : $"是否应为“{near}”？")}可选：{string.Join("、", sheet.Levels.Select(l => l.Name))}。",
            (near is null ? "" : $"Did you mean “{near}”? ")
                + $"Available: {string.Join(", ", sheet.Levels.Select(l => l.Name))}.")) with
    { Quotation = Quotation.OfWhole(text) };

    public static Diagnostic MissingLevel(ProseSheet sheet, SourceLocation at) => Unread(
        "workbook.missing-level", at, $"这一段没有选择“{sheet.LevelColumn}”。", $"This block has no “{sheet.LevelColumn}”.",
        new($"请选择：{string.Join("、", sheet.Levels.Select(l => l.Name))}。",
            $"Choose one of: {string.Join(", ", sheet.Levels.Select(l => l.Name))}."));

    public static Diagnostic WrongEdition(string found, string demanded, int year, SourceLocation at) => Error(
        "workbook.wrong-edition", at,
        string.Create(CultureInfo.InvariantCulture, $"{year} 年度的报告应使用 {demanded} 年版表样，这份工作簿的表格却是 {found} 年版。"),
        string.Create(CultureInfo.InvariantCulture,
            $"Reports on {year} use the {demanded} form; the tables of this workbook have the {found} form."),
        new($"请用 {demanded} 年版的空白标准工作簿重新填报。", $"Fill in a blank standard workbook of the {demanded} form."));

    public static Diagnostic BodiesHeadings(IEnumerable<string> headings, SourceLocation at) => Unread(
        "workbook.missing-column", at, $"没有一行同时有列标题{Quoted(headings)}，各单位的数字没有读取。",
        $"No row has the headings {Quoted(headings)}; the bodies' figures were not read.",
        new("请恢复列标题；不需要这张工作表时可以删除它。", "Restore the headings, or delete the sheet if it is not needed."));

    public static Diagnostic UnknownFigure(string figure, SourceLocation at) => Unread(
        "workbook.unknown-figure", at, $"“{Short(figure)}”不是标准表格中的数字，这一行没有读取。",
        $"“{Short(figure)}” is not a figure of the standard tables; the line was not read.",
        new("请按标准表格填写表名、行名和列名，或删除这一行。", "Write table, row and column as in the standard tables, or delete the line."));

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);

    // Ascending lines as runs: 3, 5–7.
    private static string Runs(IReadOnlyList<int> lines, Func<int, string> name, string comma)
    {
        var runs = lines.Select((line, index) => (Line: line, Run: line - index)).GroupBy(l => l.Run)
            .Select(run => (First: run.First().Line, Last: run.Last().Line)).ToList();
        return string.Join(comma, runs.Take(12).Select(NameOf)) + (runs.Count > 12 ? "…" : "");

        string NameOf((int First, int Last) run) =>
            run.First == run.Last ? name(run.First) : $"{name(run.First)}–{name(run.Last)}";
    }

    private static string Quoted(IEnumerable<string> names) => string.Concat(names.Select(n => $"“{n}”"));

    private static string List(IEnumerable<string> names) =>
        string.Join("、", names.Take(12).Select(n => n.Length == 0 ? "“”" : Short(n)));
}
