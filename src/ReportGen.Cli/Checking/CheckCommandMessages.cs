using ReportGen.Diagnostics;

namespace ReportGen.Cli.Checking;

/// <summary>What a check has to say besides what the rules find.</summary>
internal static class CheckMessages
{
    public static Diagnostic PreviousOfOtherYear(string path, int year, string previous, int previousYear) => New(
        "previous.other-year", Severity.Error, path,
        $"--previous 给出的“{previous}”是 {previousYear} 年度的报告，不是 {year - 1} 年度的，没有用来核对。",
        $"“{previous}”, given by --previous, reports on {previousYear}, not on {year - 1}; it was not used.",
        new($"请给出 {year - 1} 年度的工作簿。", $"Give the workbook that reports on {year - 1}."));

    public static Diagnostic PreviousOfOtherBody(string path, string body, string previousBody) => New(
        "previous.other-body", Severity.Warning, path,
        $"--previous 给出的是“{previousBody}”的报告，这份是“{body}”的；仍按同一单位核对了跨年关系。",
        $"The report given by --previous is of “{previousBody}”, this one of “{body}”; they were compared all the same.",
        new("如果单位没有改名或合并，请换成本单位上一年的工作簿。", "Unless the body was renamed or merged, give its own workbook of last year."));

    public static Diagnostic NoPrevious(string path, string previous) => New(
        "previous.not-found", Severity.Information, path,
        $"“{previous}”中没有本单位上一年的报告；跨年关系只按“上年数据”核对。",
        $"There is no report of this body on the year before in “{previous}”; only the figures of last year in the workbook itself were compared.", null);

    public static Diagnostic NoReport(string path) => New(
        "previous.no-report", Severity.Error, path, "这不是任何一种报告的工作簿，不能作为去年的报告。", "This is a workbook of no known kind of report; it cannot serve as last year's.", null);

    public static Diagnostic NoList(string path) => New(
        "since.no-list", Severity.Error, path, "这份工作簿里没有“问题清单”，不是退回单。", "There is no list of findings (问题清单) in this workbook; it is no returned one.",
        new("请给出由 --return 生成的退回单。", "Give the workbook that --return has written."));

    public static Diagnostic NotAcceptable(string path, int count) => New(
        "baseline.not-acceptable", Severity.Warning, path,
        $"{count} 个错误没有写入接受清单：它们使工作簿读不全或正文算不出，不能靠说明理由放行。",
        $"{count} errors were not put into the list of accepted findings: they keep the workbook from being read or its text from being worked out.",
        new("请改正它们。", "Correct them."));

    private static Diagnostic New(string id, Severity severity, string file, string chinese, string english, LocalizedText? remedy) => new()
    {
        Id = id, Severity = severity, Location = new FileLocation { File = file }, Message = new(chinese, english), Remedy = remedy,
    };
}
