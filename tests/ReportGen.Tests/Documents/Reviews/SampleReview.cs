using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Documents.Reviews;

namespace ReportGen.Tests.Documents.Reviews;

/// <summary>A review with findings of each severity.</summary>
internal static class SampleReview
{
    public static Review Of(params ImmutableArray<Diagnostic> findings) => new()
    {
        Body = "某县<b>教育局",
        Year = 2025,
        Title = "某县教育局2025年报告",
        Edition = new("年度报告（2021）", "Annual report (2021)"),
        FileName = "教育局&年报.xlsx",
        Sha256 = new string('a', 64),
        Profile = new("默认", "default"),
        Rules = new RuleCount(30, 20, 5, 7),
        Findings = findings,
    };

    public static Diagnostic Finding(
        string id, Severity severity, string cell = "J12", string message = "总计 12 ≠ 3+4+0+4 = 11。") => new()
    {
        Id = id,
        Severity = severity,
        Location = new CellLocation { File = "教育局&年报.xlsx", Sheet = "三、依申请公开",
            Address = CellAddress.TryParse(cell, out var at) ? at : default },
        Message = new(message, $"EN {message}"),
        Remedy = new("改为 11。", "Write 11."),
    };

    public static Diagnostic Quoting(string text, int start, int length) =>
        Finding("N-01", Severity.Warning) with { Quotation = new Quotation(text, new TextSpan(start, length)) };
}
