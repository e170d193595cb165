using ReportGen.Rules;

namespace ReportGen;

/// <summary>What the pipeline itself has to say.</summary>
internal static class PipelineMessages
{
    private static readonly (string Chinese, string English)[] StageNames =
        [("读取工作簿", "reading the workbook"), ("核对", "checking"), ("排版", "rendering"), ("打印", "printing")];

    /// <summary>A profile's name for people, with the word that the command line takes.</summary>
    public static LocalizedText NameOf(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => new("严格（strict）", "strict"),
        CheckProfile.Minimal => new("最低（minimal）", "minimal"),
        _ => new("一般（default）", "default"),
    };

    public static Diagnostic Deadline(string file, PipelineStage stage, TimeSpan deadline)
    {
        var seconds = deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        var (chinese, english) = StageNames[(int)stage];
        return Diagnostic.OfFile("pipeline.deadline", Severity.Error, file,
            $"{seconds}秒内没有完成，时间用在“{chinese}”上。", $"Not done within {seconds} s; the time went into {english}.",
            new("请再试一次；仍然如此，请用 --deadline 放宽时限，或检查内容是否异常地大。",
                "Try again; if it stays so, allow more with --deadline, or see whether the content is unusually large."));
    }

    public static Diagnostic SameOutput(string path, string other, string output) => Diagnostic.OfFile("command.same-output", Severity.Error, path,
        $"它与“{Path.GetFileName(other)}”会写到同一个文件“{output}”，所以没有发布。",
        $"It would be written to the same file as “{Path.GetFileName(other)}”, {output}; so it was not published.",
        new("请核对两份工作簿的机关全称、年度和标题，或者分别输出到两个文件夹。",
            "Compare body, year and title of both workbooks, or build them into two folders."));

    public static Diagnostic SameContent(string path, string other) => Diagnostic.OfFile("command.same-content", Severity.Information, path,
        $"内容与“{Path.GetFileName(other)}”相同，不用再做。", $"Its content is that of “{Path.GetFileName(other)}”; nothing is to be done.");

    public static Diagnostic Superseded(string path, string other) => Diagnostic.OfFile("command.superseded", Severity.Information, path,
        $"“{Path.GetFileName(other)}”是同一份报告，保存得更晚，以它为准。", $"“{Path.GetFileName(other)}” is the same report, saved later; it stands.");

    public static Diagnostic Unexpected(string path, Exception e) => Diagnostic.OfFile("pipeline.unexpected", Severity.Error, path,
        $"程序内部出错，没有完成：{e.Message}", $"The program itself failed and did not finish: {e.Message}",
        new("其他报告不受影响。加 --debug 再试一次可以看到细节，请把它告诉维护人员。",
            "Other reports are not touched. Add --debug to see the details, and tell those who maintain the program."));

    public static Diagnostic PreviousOfOtherYear(string path, int year, string previous, int previousYear) => Diagnostic.OfFile(
        "previous.other-year", Severity.Error, path,
        $"--previous 给出的“{previous}”是 {previousYear} 年度的报告，不是 {year - 1} 年度的，没有用来核对。",
        $"“{previous}”, given by --previous, reports on {previousYear}, not on {year - 1}; it was not used.",
        new($"请给出 {year - 1} 年度的工作簿。", $"Give the workbook that reports on {year - 1}."));

    public static Diagnostic PreviousOfOtherBody(string path, string body, string previousBody) => Diagnostic.OfFile(
        "previous.other-body", Severity.Warning, path,
        $"--previous 给出的是“{previousBody}”的报告，这份是“{body}”的；仍按同一单位核对了跨年关系。",
        $"The report given by --previous is of “{previousBody}”, this one of “{body}”; they were compared all the same.",
        new("如果单位没有改名或合并，请换成本单位上一年的工作簿。", "Unless the body was renamed or merged, give its own workbook of last year."));

    public static Diagnostic PreviousNotFound(string path, string previous) => Diagnostic.OfFile(
        "previous.not-found", Severity.Information, path,
        $"“{previous}”中没有本单位上一年的报告；跨年关系只按“上年数据”核对。",
        $"There is no report of this body on the year before in “{previous}”; only the figures of last year in the workbook itself were compared.");

    public static Diagnostic NoPreviousReport(string path) => Diagnostic.OfFile(
        "previous.no-report", Severity.Error, path, "这不是任何一种报告的工作簿，不能作为去年的报告。", "This is a workbook of no known kind of report; it cannot serve as last year's.");
}
