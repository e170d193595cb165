using ReportGen.Publishing;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Ledgers;

/// <summary>The ledger as a workbook: one sheet with a row per body, one with a row per submission.</summary>
internal static class LedgerWorkbook
{
    private static readonly (LocalizedText Heading, double Width)[] s_columns =
    [
        (new("序号", "No."), 7), (new("单位", "Body"), 34), (new("类别", "Group"), 16), (new("应报", "Expected"), 9),
        (new("状态", "State"), 12), (new("年度", "Year"), 8), (new("截止日期", "Deadline"), 12),
        (new("最近报送", "Latest"), 18), (new("报送次数", "Times"), 10), (new("错误", "Errors"), 8),
        (new("警告", "Warnings"), 10), (new("按 0 计的空格", "Blanks as 0"), 10), (new("主要问题", "Main errors"), 60),
        (new("要核实", "To check"), 40), (new("联系", "Contact"), 24), (new("文件", "Files"), 60),
    ];

    private static readonly (LocalizedText Heading, double Width)[] s_historyColumns =
    [
        (new("单位", "Body"), 34), (new("时间", "Time"), 18), (new("状态", "State"), 12), (new("年度", "Year"), 8),
        (new("工作簿", "Workbook"), 44), (new("错误", "Errors"), 8), (new("警告", "Warnings"), 10),
        (new("按 0 计的空格", "Blanks as 0"), 10), (new("原因", "Reason"), 50), (new("文件", "Files"), 60),
    ];

    public static byte[] Make(Ledger ledger, LedgerStyle style)
    {
        var bodies = Sheet(new("台账", "Ledger"), s_columns, 2, style);
        foreach (var (index, line) in ledger.Lines.Index()) Put(bodies, index + 2, Texts(line, index + 1, style));
        bodies.Filter = FilterOf(s_columns, ledger.Lines.Length);
        var history = Sheet(new("历次报送", "Submissions"), s_historyColumns, 1, style);
        var submissions = ledger.Lines.SelectMany(line => line.History.Select(entry => (line, entry)));
        foreach (var (index, (line, entry)) in submissions.Index()) Put(history, index + 2, Texts(line, entry, style));
        history.Filter = FilterOf(s_historyColumns, ledger.Lines.Sum(l => l.History.Length));
        return PackageWriter.Write([bodies, history]);
    }

    private static CellRange FilterOf(ICollection<(LocalizedText Heading, double Width)> columns, int lines) =>
        new(new CellAddress(1, 1), new CellAddress(lines + 1, columns.Count));

    private static SheetDraft Sheet(
        LocalizedText name, (LocalizedText Heading, double Width)[] columns, int frozenColumns, LedgerStyle style)
    {
        var sheet = new SheetDraft(name.In(style.Language))
        {
            // The name of the body stays in view too. It can be sorted and filtered, so it is not protected.
            FreezeAt = new CellAddress(2, frozenColumns + 1), RepeatedRows = 1, IsProtected = false,
        };
        foreach (var (index, column) in columns.Index())
        {
            sheet.Put(new CellAddress(1, index + 1), column.Heading.In(style.Language), CellStyle.Heading);
            sheet.Widen(index + 1, column.Width);
        }

        return sheet;
    }

    private static IEnumerable<object?> Texts(LedgerLine line, int number, LedgerStyle style) =>
    [
        number, line.Body, line.Group, line.IsExpected ? LedgerMessages.Yes.In(style.Language) : "", style.Name(line.State),
        line.Year, line.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        line.Latest is { } latest ? style.Time(latest.Time) : "", line.Times, line.Latest?.Errors, line.Latest?.Warnings,
        line.Latest?.BlanksAsZero, Errors(line.Latest), ToCheck(line, style), line.Contact, Files(line),
    ];

    private static string? Errors(JournalEntry? entry) => entry?.Worst is { } worst ? string.Join('\n', worst)
        : entry?.Remedy is { } remedy ? $"{entry.Reason}\n{remedy}" : entry?.Reason;

    private static string ToCheck(LedgerLine line, LedgerStyle style) =>
        string.Join('\n', LedgerMessages.ToCheck(line).Select(text => text.In(style.Language)));

    private static IEnumerable<object?> Texts(LedgerLine line, JournalEntry entry, LedgerStyle style) =>
    [
        line.Body, style.Time(entry.Time), style.Name(LedgerLine.StateOf(entry)),
        entry.Year?.ToString(CultureInfo.InvariantCulture), entry.Workbook,
        entry.Errors, entry.Warnings, entry.BlanksAsZero, entry.Reason, string.Join('\n', entry.Outputs),
    ];

    private static string Files(LedgerLine line)
    {
        var latest = line.Latest is { State: not PublicationState.Published } entry ? entry.Outputs : [];
        return string.Join('\n', latest.Concat(line.Published?.Outputs ?? []));
    }

    private static void Put(SheetDraft sheet, int row, IEnumerable<object?> values)
    {
        foreach (var (index, value) in values.Index())
        {
            sheet.Set(row, index + 1, value is int number
                ? new DraftCell(CellStyle.Label, Number: number)
                : new DraftCell(CellStyle.ProseInput, Text: value as string ?? ""));
        }
    }
}
