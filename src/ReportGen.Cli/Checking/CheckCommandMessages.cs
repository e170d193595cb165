namespace ReportGen.Cli.Checking;

/// <summary>What a check has to say besides what the rules find.</summary>
internal static class CheckCommandMessages
{
    public static Diagnostic NoList(string path) => Diagnostic.OfFile(
        "since.no-list", Severity.Error, path, "这份工作簿里没有“问题清单”，不是退回单。", "There is no list of findings (问题清单) in this workbook; it is no returned one.",
        new("请给出由 --return 生成的退回单。", "Give the workbook that --return has written."));

    public static Diagnostic NotAcceptable(string path, int count) => Diagnostic.OfFile(
        "baseline.not-acceptable", Severity.Warning, path,
        $"{count} 个错误没有写入接受清单：它们使工作簿读不全或正文算不出，不能靠说明理由放行。",
        $"{count} errors were not put into the list of accepted findings: they keep the workbook from being read or its text from being worked out.",
        new("请改正它们。", "Correct them."));
}
