using System.Collections.Immutable;
using ReportGen.Cli.Findings;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Findings;

/// <summary>One finding of every form.</summary>
internal static class SampleFindings
{
    public static ImmutableArray<FileFindings> Files { get; } =
    [
        new("报送/甲 局#1.xlsx",
        [
            new Diagnostic
            {
                Id = "T3-02", Severity = Severity.Error,
                Location = Cell("三、依申请公开", 12, 10),
                Message = new("（七）总计 12 ≠ 3+4+0+4 = 11。", "The total 12 ≠ 3+4+0+4 = 11."),
                Remedy = new("改为 11，或者留空。", "Write 11, or leave it empty."),
                Basis = new("国办公开办函〔2021〕30号", "Notice 30 of 2021"),
                Related = [Cell("三、依申请公开", 12, 4), Cell("三、依申请公开", 12, 5)],
            },
            new Diagnostic
            {
                Id = "N-01", Severity = Severity.Warning,
                Location = Cell("一、总体情况", 5, 2) with { Span = new TextSpan(6, 3) },
                Message = new("“27条”与明细之和 36 不一致。", "“27条” differs from the sum of its parts, 36."),
                Quotation = new("全年累计发布27条\e[2J，其中解读12条", new TextSpan(6, 3)),
            },
            new Diagnostic
            {
                Id = "workbook.spare-sheet", Severity = Severity.Information,
                Location = new SheetLocation { File = "报送/甲 局#1.xlsx", Sheet = "Sheet1" },
                Message = new("这一工作表不读取。", "This sheet is not read."),
            },
        ]),
        new("report.sbn-html",
        [
            new Diagnostic
            {
                Id = "template.unknown-name", Severity = Severity.Error,
                Location = new TextLocation { File = "report.sbn-html", Line = 3, Column = 8 },
                Message = new("没有“titel”这个名称。", "There is no name “titel”."),
                Quotation = new("<h1>{{ titel }}</h1>", new TextSpan(7, 5)),
            },
        ]),
        new("乙局.xlsx", []),
    ];

    private static CellLocation Cell(string sheet, int row, int column) =>
        new() { File = "报送/甲 局#1.xlsx", Sheet = sheet, Address = new CellAddress(row, column) };
}
