using ReportGen.Rules;

namespace ReportGen;

/// <summary>The messages about the pipeline itself.</summary>
internal static class PipelineMessages
{
    /// <summary>A profile's display name; the English one is also its name on the command line.</summary>
    public static LocalizedText NameOf(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => new("严格", "strict"),
        CheckProfile.Minimal => new("从简", "minimal"),
        _ => new("默认", "default"),
    };

    public static Diagnostic Deadline(string file, PipelineStage stage, TimeSpan deadline)
    {
        var seconds = deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        var name = PipelineStages.NameOf(stage);
        return Diagnostic.OfFile("pipeline.deadline", Severity.Error, file,
            $"{seconds}秒内没有完成，时间用在“{name.Chinese}”上。",
            $"Not finished within {seconds} s; the time limit expired while {name.English}.",
            new("请再试一次；仍然如此，请用 --deadline 放宽时限，或检查内容是否异常地大。",
                "Try again; if it happens again, raise the limit with --deadline, or check whether the content is unusually "
                    + "large."));
    }

    public static Diagnostic KindBroken(string file, IReadOnlyCollection<string> kinds) =>
        Diagnostic.OfFile("kind.broken", Severity.Error, file,
        $"还不能判断：报告种类“{string.Join("”“", kinds)}”的定义有错误，改好以后才能检查这份工作簿。",
        $"Not judged: it cannot be checked until the errors in the definition of “{string.Join("”, “", kinds)}” are corrected.",
        new("工作簿不用改。请管理员运行 reportgen kinds，改正其中的错误。",
            "Leave the workbook as it is. The administrator runs reportgen kinds and corrects the errors."));

    public static Diagnostic SameOutput(string path, string other, string output) =>
        Diagnostic.OfFile("command.same-output", Severity.Error, path,
        $"它与“{Path.GetFileName(other)}”会写到同一个文件“{output}”，所以没有发布。",
        $"Not published, because it would be written to the same file as “{Path.GetFileName(other)}”: {output}.",
        new("请核对两份工作簿的机关全称、年度和标题，或者分别输出到两个文件夹。",
            "Compare the body, year and title of both workbooks, or build them into separate folders."));

    public static Diagnostic TwoOfOneBody(string path, string body, string other) =>
        Diagnostic.OfFile("command.same-output", Severity.Error, path,
        $"“{body}”交了两份，已按最后保存的“{Path.GetFileName(other)}”处理，这一份没有处理。",
        $"“{body}” has submitted two; the one saved last, “{Path.GetFileName(other)}”, is used, this one is not.",
        new("请选一份：留下要用的，把另一份移出文件夹，再运行一次。", "Choose one: move the other out of the folder and run again."));

    public const string OtherYearId = "report.other-year";

    public static Diagnostic OtherYear(SourceLocation place, int year, int expected) => Diagnostic.Error(
        OtherYearId, place,
        $"这是 {year} 年度的报告，现在收的是 {expected} 年度的。", $"This report is on {year}; reports on {expected} are expected.",
        new($"请改正报告年度；交错了文件的，换成 {expected} 年度的工作簿。",
            $"Correct the year; if it is the wrong file, submit the workbook for {expected}."));

    public static Diagnostic SameContent(string path, string other) =>
        Diagnostic.OfFile("command.same-content", Severity.Information, path,
        $"内容与“{Path.GetFileName(other)}”相同，无需处理。", $"Same content as “{Path.GetFileName(other)}”; nothing to do.");

    public static Diagnostic Superseded(string path, string other) =>
        Diagnostic.OfFile("command.superseded", Severity.Information, path,
        $"“{Path.GetFileName(other)}”是同一份报告，保存得更晚，以它为准。",
        $"“{Path.GetFileName(other)}” is the same report, saved later; it takes precedence.");

    public static Diagnostic PreviousOfOtherYear(string path, int year, string previous, int previousYear) => Diagnostic.OfFile(
        "previous.other-year", Severity.Error, path,
        $"--previous 给出的“{previous}”是 {previousYear} 年度的报告，不是 {year - 1} 年度的，没有用来核对。",
        $"“{previous}”, given by --previous, is the report for {previousYear}, not for {year - 1}; it was not used.",
        new($"请给出 {year - 1} 年度的工作簿。", $"Give the workbook for {year - 1}."));

    public static Diagnostic PreviousOfOtherBody(string path, string body, string previousBody) => Diagnostic.OfFile(
        "previous.other-body", Severity.Warning, path,
        $"--previous 给出的是“{previousBody}”的报告，这份是“{body}”的；仍按同一单位核对了与上年数据的衔接。",
        $"The report given by --previous is from “{previousBody}”, this one is from “{body}”; they were compared anyway.",
        new("如果单位没有改名或合并，请换成本单位上一年的工作簿。", "Unless the body was renamed or merged, give its own workbook for last year."));

    public static Diagnostic PreviousNotFound(string path, string previous) => Diagnostic.OfFile(
        "previous.not-found", Severity.Information, path,
        $"“{previous}”中没有本单位上一年的报告；与上年数据的衔接只按“上年数据”核对。",
        $"“{previous}” has no report of this body for the previous year; only last year's figures in the workbook itself were "
            + "compared.");

    public static Diagnostic NoPreviousReport(string path) => Diagnostic.OfFile(
        "previous.no-report", Severity.Error, path, "无法识别，不是标准工作簿，不能作为去年的报告。",
        "This is not a standard workbook of a known kind; it cannot be used as last year's report.");
}
