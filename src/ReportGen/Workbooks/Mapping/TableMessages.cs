using ReportGen.Model;
using ReportGen.Workbooks.Reading;
using static ReportGen.Diagnostics.Diagnostic;
using static ReportGen.Workbooks.Mapping.CellMessages;
using static ReportGen.Workbooks.Mapping.LabelText;

namespace ReportGen.Workbooks.Mapping;

/// <summary>The messages about tables and figures. All ids start with <c>workbook.</c>.</summary>
internal static class TableMessages
{
    private static readonly LocalizedText s_digits = new("只填阿拉伯数字，不带单位和文字。", "Enter digits only, without unit or text.");

    public static Diagnostic Unusable(
        TableForm form, FormLine row, FormLine column, RawCell cell, FigureFault fault, SourceLocation at) =>
        Describe(Name(form, row, column), form.NumberAt(row, column), fault, cell, at) with
        {
            Quotation = Quotation.OfWhole(cell.Text),
            Form = new FormPlace(form.Id) { Rows = [row.Id], Columns = [column.Id] },
        };

    /// <summary>Some empty cells: one, or a range that may also contain totals.</summary>
    public static Diagnostic Empty(
        TableForm form, CellRange range, ImmutableArray<(FormLine Row, FormLine Column)> lines,
        ImmutableArray<CellLocation> cells, LocalizedText remedy)
    {
        ImmutableArray<FormLine> rows = [.. lines.Select(l => l.Row).Distinct()];
        ImmutableArray<FormLine> columns = [.. lines.Select(l => l.Column).Distinct()];
        var (chinese, english) = (rows, columns) switch
        {
            ([var row], [var column]) => (Name(form, row, column), Name(form, row, column)),
            ([var row], _) => ($"{form.Name}“{Last(row)}”一行的 {range} ", $"{range} of {form.Name}, row “{Last(row)}”,"),
            (_, [var column]) => (
                $"{form.Name}“{Last(column)}”一列的 {range} ", $"{range} of {form.Name}, column “{Last(column)}”,"),
            _ => ($"{form.Name}的 {range} ", $"{range} of {form.Name}"),
        };
        return Unread("workbook.empty-cell", cells[0],
            cells.Length == 1 ? $"{chinese}是空的。" : $"{chinese}是空的，共 {cells.Length} 格。",
            cells.Length == 1 ? $"{english} is empty." : $"{english} is empty: {cells.Length} cells.", remedy) with
        {
            Related = [.. cells.Skip(1)],
            Form = new FormPlace(form.Id) { Rows = [.. rows.Select(r => r.Id)], Columns = [.. columns.Select(c => c.Id)] },
        };
    }

    public static Diagnostic EmptyTable(TableForm form, ImmutableArray<CellLocation> cells, LocalizedText remedy) =>
        Unread("workbook.empty-cell", cells[0],
        $"{form.Name}（{form.Title}）还没有填写，{cells.Length} 个单元格都是空的。",
        $"{form.Name} ({form.Title}) is not filled in: all of its {cells.Length} cells are empty.",
        remedy) with
    { Related = [.. cells.Skip(1)], Form = new FormPlace(form.Id) };

    public static Diagnostic TotalDiffers(TableForm form, Cell cell, IReadOnlyList<Cell> addends)
    {
        var (total, other) = cell.Column.IsTotal ? (cell.Column, cell.Row) : (cell.Row, cell.Column);
        var sum = cell.Number!.Value;
        var arithmetic = $"{total.Labels[^1]} {Text(cell.Typed!.Value)} ≠ {Sum(addends, sum)}";
        return Error("workbook.total-differs", cell.Location,
            $"{form.Name}“{Last(other)}”的合计与各项之和不符：{arithmetic}。",
            $"{form.Name}, “{Last(other)}”: the total differs from its parts: {arithmetic}.",
            new($"合计应为 {Text(sum)}；如果合计没有错，请核对各项。建议清空合计单元格，由程序计算。",
                $"The total should be {Text(sum)}; if the total is right, check its parts. Better leave the cell empty: it is "
                    + "computed.")) with
        {
            Related = [.. addends.Select(a => a.Location).OfType<SourceLocation>()],
            Form = new FormPlace(form.Id) { Rows = [cell.Row.Id], Columns = [cell.Column.Id] },
        };
    }

    /// <summary>A typed total below the sum of those of its parts that are known.</summary>
    public static Diagnostic TotalTooSmall(TableForm form, Cell cell, IReadOnlyList<Cell> known)
    {
        var (total, other) = cell.Column.IsTotal ? (cell.Column, cell.Row) : (cell.Row, cell.Column);
        var arithmetic = $"{total.Labels[^1]} {Text(cell.Typed!.Value)} < {Sum(known, known.Sum(k => k.Number!.Value))}";
        return Error("workbook.total-differs", cell.Location,
            $"{form.Name}“{Last(other)}”的合计小于已填各项之和：{arithmetic}。",
            $"{form.Name}, “{Last(other)}”: the total is less than its parts that are filled in: {arithmetic}.",
            new("请核对合计和各项，并补齐没有填的。建议清空合计单元格，由程序计算。",
                "Check the total and its parts, and fill in the rest. Better leave the total empty: it is computed.")) with
        {
            Related = [.. known.Select(a => a.Location).OfType<SourceLocation>()],
            Form = new FormPlace(form.Id) { Rows = [cell.Row.Id], Columns = [cell.Column.Id] },
        };
    }

    public static Diagnostic MissingTable(TableForm form, SourceLocation at, string firstRow) =>
        Unread("workbook.missing-table", at,
        $"这张工作表里找不到{form.Name}（{form.Title}）。", $"This sheet does not contain {form.Name} ({form.Title}).",
        new($"请从空白标准工作簿复制该表，保留行、列标签；表中应有“{firstRow}”等标签。",
            $"Copy the table from a blank standard workbook and keep its labels, such as “{firstRow}”.")) with
    { Form = new FormPlace(form.Id) };

    public static Diagnostic MissingRows(TableForm form, IReadOnlyList<FormLine> rows, string? found, string whereChinese,
        string whereEnglish, SourceLocation at, ImmutableArray<SourceLocation> related)
    {
        var names = string.Join("、", rows.Select(r => $"“{r.Labels[^1]}”"));
        var (chinese, english) = found is null ? ("", "") : ($"，现在是“{found}”", $"; it reads “{found}”");
        return Unread("workbook.missing-row", at,
            rows.Count == 1
                ? $"{form.Name}缺少行标签{names}，应在{whereChinese.TrimEnd()}{chinese}。"
                : $"{form.Name}缺少 {rows.Count} 个行标签，应在{whereChinese}依次为{names}{chinese}。",
            rows.Count == 1
                ? $"{form.Name} lacks the row label {names}, expected {whereEnglish}{english}."
                : $"{form.Name} lacks {rows.Count} row labels, expected {whereEnglish} in this order: {names}{english}.",
            new("请按空白标准工作簿恢复这些标签（常见原因：粘贴数字时盖住了标签列），这些行的数字在恢复之前不会被读取。",
                "Restore the labels from a blank standard workbook (figures pasted over the label column are a common cause). "
                    + "The figures of these rows are not read until then.")) with
        { Related = related, Form = new FormPlace(form.Id) { Rows = [.. rows.Select(r => r.Id)] } };
    }

    public static Diagnostic MissingColumn(TableForm form, FormLine column, string? near, SourceLocation at) =>
        Unread("workbook.missing-column", at,
        $"{form.Name}缺少列标题“{Last(column)}”。", $"{form.Name} lacks the column heading “{Last(column)}”.",
        near is null
            ? new("请按空白标准工作簿恢复该列标题。", "Restore the heading from a blank standard workbook.")
            : new($"“{near}”是否应为“{Last(column)}”？请按空白标准工作簿改正。",
                $"Is “{near}” meant to be “{Last(column)}”? Correct it as in a blank standard workbook.")) with
    { Form = new FormPlace(form.Id) { Columns = [column.Id] } };

    public static Diagnostic MissingGroup(TableForm form, string label, SourceLocation at) => Error("workbook.missing-group", at,
        $"{form.Name}缺少分组标签“{label}”。", $"{form.Name} lacks the group label “{label}”.",
        new("数字仍按其余标签读取；请按空白标准工作簿恢复该标签。",
            "The figures are still read by the other labels. Restore the label from a blank standard workbook.")) with
    { Severity = Severity.Warning, Form = new FormPlace(form.Id) };

    public static Diagnostic OtherWording(TableForm form, string found, string label, SourceLocation at) =>
        Error("workbook.other-wording", at,
        $"{form.Name}的“{Short(found)}”不是现行格式的写法，已按“{label}”读取，也将印成“{label}”。",
        $"“{Short(found)}” in {form.Name} is not the wording of the form; it is read and printed as “{label}”.",
        new($"请改为“{label}”。", $"Write “{label}”.")) with
    { Severity = Severity.Warning, Form = new FormPlace(form.Id) };

    public static Diagnostic DuplicateLabel(TableForm form, string label, SourceLocation at, SourceLocation first) =>
        Unread("workbook.duplicate-label", at,
        $"{form.Name}的标签“{label}”出现了两次，不知以哪一行为准。",
        $"The label “{label}” occurs twice in {form.Name}; it is not clear which one counts.",
        new("请删除多余的一行，或改正写错的标签。", "Delete the superfluous row, or correct its label.")) with
    { Related = [first], Form = new FormPlace(form.Id) };

    public static Diagnostic Stray(TableForm form, IReadOnlyList<RawCell> column, ImmutableArray<SourceLocation> places)
    {
        var (chinese, english) = column.Count == 1
            ? ($"{form.Name}旁边有一个不属于任何行列的数字 {column[0].Text}，不会被读取。",
                $"A figure next to {form.Name} belongs to no row and column, {column[0].Text}; it is not read.")
            : ($"{form.Name}的 {column[0].Address}–{column[^1].Address} 有 {column.Count} 个数字不属于任何一列，不会被读取。",
                $"{column.Count} figures at {column[0].Address}–{column[^1].Address} belong to no column of {form.Name}; they "
                    + "are not read.");
        return Warning("workbook.stray-figure", places[0], chinese, english,
            new("如果填错了位置，请移到对应的单元格；否则请删除。", "If misplaced, move it to its cell; otherwise delete it.")) with
        {
            Severity = column.All(c => c.Number is 0 or null) ? Severity.Information : Severity.Warning,
            Related = [.. places.Skip(1)],
            Form = new FormPlace(form.Id),
        };
    }

    public static Diagnostic UnknownRow(TableForm form, string label, bool matters, SourceLocation at) => Unread(
        "workbook.unknown-row", at,
        $"{form.Name}中有一行不属于标准表格：“{label}”，其中的数字不会被读取。",
        $"{form.Name} has a row that the standard table does not have, “{label}”; its figures are not read.",
        new("请把数字并入标准表格的某一行（如“其他”），然后删除这一行。",
            "Add its figures to a row of the standard table (such as Other), then delete it.")) with
    { Severity = matters ? Severity.Error : Severity.Warning, Form = new FormPlace(form.Id) };

    private static Diagnostic Describe(
        string name, NumberFormat format, FigureFault fault, RawCell cell, SourceLocation at) => fault switch
    {
        FigureFault.NoStoredValue => NoStoredValue(name, at),
        FigureFault.Error => ErrorValue(name, cell.Text, at),
        FigureFault.Date => Unread("workbook.date-figure", at,
            $"{name}被显示成日期 {cell.Text}。", $"{name} is shown as a date, {cell.Text}.",
            new("请把单元格格式改为“常规”或“数值”，再核对数字。", "Set the cell's format to General or Number and check the figure.")),
        FigureFault.TooLarge => Unread("workbook.not-a-number", at,
            $"{name}太大：“{Short(cell.Text)}”，读不了这么大的数字。", $"{name} is too large: “{Short(cell.Text)}”.",
            new("请核对位数和单位。", "Check its digits and its unit.")),
        FigureFault.Dash => Unread("workbook.not-a-number", at,
            $"{name}填的是“{Short(cell.Text)}”。", $"{name} holds “{Short(cell.Text)}”.",
            new($"没有发生的填 0；{s_digits.Chinese}", $"Enter 0 if nothing occurred. {s_digits.English}")),
        _ => Unread("workbook.not-a-number", at,
            $"{name}不是数字：“{Short(cell.Text)}”。", $"{name} is not a number: “{Short(cell.Text)}”.",
            Quantity.Read(cell.Text, format) is { } figure ? Suggest(figure, format) : s_digits),
    };

    private static LocalizedText Suggest(decimal figure, NumberFormat format)
    {
        var (number, unit) = (NumberFormat.Write(figure), format.Unit);
        return new($"应为 {number}{(unit is null ? "" : $"（{unit}）")}。{s_digits.Chinese}",
            $"It should be {number}{(unit is null ? "" : $" ({unit})")}. {s_digits.English}");
    }

    private static string Name(TableForm form, FormLine row, FormLine column) => $"{form.Name}“{Last(row)}”（{Last(column)}）";

    private static string Last(FormLine line) => line.Labels.IsEmpty ? line.Name : line.Labels[^1];

    private static string Text(decimal number) => NumberFormat.Write(number);

    /// <summary>The addends and their sum, or the sum alone if only one addend is written.</summary>
    private static string Sum(IReadOnlyList<Cell> addends, decimal sum) =>
        NumberFormat.WriteSum(addends.Select(a => a.Number!.Value)) is var written && written == Text(sum)
            ? written
            : $"{written} = {Text(sum)}";
}
