namespace ReportGen.Cli.Checking;

/// <summary>The messages about a check, except those of the rules.</summary>
internal static class CheckCommandMessages
{
    public static Diagnostic NoList(string path) => Diagnostic.OfFile(
        "since.no-list", Severity.Error, path, "这份工作簿里没有“问题清单”，不是退回单。",
        "This workbook has no list of findings (问题清单); it was not written by --return.",
        new("请给出由 --return 生成的退回单。", "Give a workbook that --return has written."));

    public static Diagnostic NotAcceptable(string path, int count) => Diagnostic.OfFile(
        "baseline.not-acceptable", Severity.Warning, path,
        $"{count} 个错误没有写入已核实清单：它们使工作簿读不全或正文中的引用无法计算，不能靠说明理由放行。",
        $"{count} errors were not added to the list of accepted findings: because of them, the workbook cannot be read "
            + "completely or figures in its text cannot be computed.",
        new("请改正它们。", "Correct them."));
}
