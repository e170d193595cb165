using System.Collections.Immutable;
using ReportGen.Cli.Findings;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Tests.Cli.Findings;

/// <summary>One finding of every shape, accepted ones, and a comparison with an earlier return.</summary>
internal static class SampleFindings
{
    public static FindingsLog Log => new(Files)
    {
        Profile = CheckProfile.Strict, ShowAccepted = true,
        Rules = ImmutableDictionary<string, RuleText>.Empty.Add("T2-01",
            new(new("总计等于各项之和", "Totals are sums"), new("总计是各项之和。", "A total is a sum."))),
    };

    private static ImmutableArray<FileFindings> Files { get; } =
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
        WithHistory(),
    ];

    private static FileFindings WithHistory()
    {
        Diagnostic known = Sum("B2", "总计 5 ≠ 4。", "The total 5 ≠ 4."), added = Sum("B3", "总计 7 ≠ 6。", "The total 7 ≠ 6."),
            settled = Sum("B4", "总计 9 ≠ 8。", "The total 9 ≠ 8.");
        ReturnedFinding[] earlier = [new("T2-01", Severity.Error, "二、主动公开!B2", "总计 5 ≠ 4。"),
            new("T2-01", Severity.Error, "二、主动公开!B4", "总计 9 ≠ 8。"), new("S-03", Severity.Warning, "五、问题与改进", "内容为空。")];
        return new FileFindings("乙局.xlsx", [known, added])
        {
            Report = new Report { Kind = "toy", Edition = "main", Body = "乙局", Year = 2025, Title = "乙局2025年报告", Fields = [],
                Sections = [], Tables = [] },
            Sha256 = new string('b', 64), Accepted = [(settled, "机构合并")], Returned = "退回/乙局-退回单.xlsx",
            Lapsed = [new AcceptedFinding("T2-09", "二、主动公开!C9", "0011223344556677", "单位换算") { Body = "乙局" }],
            Since = ReturnDelta.Of("旧/乙局-退回单.xlsx", [.. earlier], [known, added], [settled]),
        };
    }

    private static Diagnostic Sum(string cell, string chinese, string english) => new()
    {
        Id = "T2-01", Severity = Severity.Error, Message = new(chinese, english),
        Location = new CellLocation { File = "乙局.xlsx", Sheet = "二、主动公开",
            Address = CellAddress.TryParse(cell, out var at) ? at : default },
    };

    private static CellLocation Cell(string sheet, int row, int column) =>
        new() { File = "报送/甲 局#1.xlsx", Sheet = sheet, Address = new CellAddress(row, column) };
}
