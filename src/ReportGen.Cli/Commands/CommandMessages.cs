using ReportGen.Diagnostics;

namespace ReportGen.Cli.Commands;

/// <summary>What the commands themselves have to say.</summary>
internal static class CommandMessages
{
    public static Diagnostic NoWorkbook(string path) => Error("command.no-workbook", path,
        "这个文件夹里没有工作簿（.xlsx、.xls）。", "There is no workbook (.xlsx, .xls) in this folder.", null);

    public static Diagnostic NoMatch(string pattern) => Error("command.no-match", pattern,
        "没有与这个写法相符的工作簿（.xlsx、.xls）。", "No workbook (.xlsx, .xls) is named like this.",
        new("请核对文件夹和文件名；* 代表任意字，** 代表任意层文件夹。", "Compare folder and name; * stands for any letters, ** for any folders."));

    public static Diagnostic FileExists(string path) => Error("command.file-exists", path,
        "文件已经存在，没有改动。", "The file exists already; it was left as it is.",
        new("请换一个名称，或加上 --force 覆盖它。", "Choose another name, or add --force to replace it."));

    public static Diagnostic CannotWrite(string path, string reason) => Error("environment.cannot-write", path,
        $"不能写入：{reason}", $"It cannot be written: {reason}",
        new("请检查文件夹是否存在、是否有写入权限、磁盘是否已满。", "See whether the folder exists and may be written, and whether the disk is full."));

    /// <summary>The id of <see cref="SameOutput"/>.</summary>
    public const string SameOutputId = "command.same-output";

    public static Diagnostic SameOutput(string path, string other, string output) => Error(SameOutputId, path,
        $"它与“{Path.GetFileName(other)}”会写到同一个文件“{output}”，所以没有发布。",
        $"It would be written to the same file as “{Path.GetFileName(other)}”, {output}; so it was not published.",
        new("请核对两份工作簿的机关全称、年度和标题，或者分别输出到两个文件夹。",
            "Compare body, year and title of both workbooks, or build them into two folders."));

    public static Diagnostic SameContent(string path, string other) => Note("command.same-content", path,
        $"内容与“{Path.GetFileName(other)}”相同，不用再做。", $"Its content is that of “{Path.GetFileName(other)}”; nothing is to be done.");

    public static Diagnostic Superseded(string path, string other) => Note("command.superseded", path,
        $"“{Path.GetFileName(other)}”是同一份报告，保存得更晚，以它为准。", $"“{Path.GetFileName(other)}” is the same report, saved later; it stands.");

    public static Diagnostic Unexpected(string path, Exception e) => Error("pipeline.unexpected", path,
        $"程序内部出错，没有完成：{e.Message}", $"The program itself failed and did not finish: {e.Message}",
        new("其他报告不受影响。加 --debug 再试一次可以看到细节，请把它告诉维护人员。",
            "Other reports are not touched. Add --debug to see the details, and tell those who maintain the program."));

    public static Diagnostic NoReport(string path) => Error("command.no-report", path,
        "这份工作簿不是任何一种报告的标准工作簿，不能从中带入数据。", "This workbook is of no known kind of report; nothing can be carried over from it.", null);

    public static Diagnostic FieldMissing(string kind, string option) => Error("command.no-such-field", null,
        $"“{kind}”没有 {option} 所对应的项目。", $"“{kind}” has nothing that {option} could fill in.", new($"请去掉 {option}。", $"Leave {option} out."));

    private static Diagnostic Note(string id, string file, string chinese, string english) =>
        Error(id, file, chinese, english, null) with { Severity = Severity.Information };

    public static Diagnostic NotTheYearBefore(string path, int found, int year) => Error("command.not-the-year-before", path,
        $"这是 {found} 年的工作簿，不是 {year - 1} 年的；上年数据和结转数取自它，可能不对。",
        $"This workbook is on {found}, not on {year - 1}; last year's figures and what is carried over are taken from it, and may be wrong.",
        new($"请用 {year - 1} 年的工作簿重新生成，或者核对“上年数据”。", $"Use the workbook of {year - 1}, or see whether last year's figures are right.")) with
    { Severity = Severity.Warning };

    public static Diagnostic PreviousHasErrors(string path, int errors, int missing) => Error("command.previous-has-errors", path,
        $"上年的工作簿有 {errors} 处差错，{missing} 个数字没有带入。", $"Last year's workbook has {errors} errors; {missing} figures could not be taken from it.",
        new("reportgen check 会逐格列出；改正后重新生成，或者直接补填“上年数据”。", "reportgen check lists every cell; mend it and begin again, or fill in last year's figures by hand.")) with
    { Severity = Severity.Warning };

    public static Diagnostic YearNeeded(string kind) => Error("command.year-needed", null,
        $"“{kind}”按年度汇总，请说明年度。", $"“{kind}” is added up by year; say which.", new("请加上 --year，如 --year 2025。", "Add --year, as in --year 2025."));

    private static Diagnostic Error(string id, string? file, string chinese, string english, LocalizedText? remedy) => new()
    {
        Id = id,
        Severity = Severity.Error,
        Location = file is null ? null : new FileLocation { File = file },
        Message = new(chinese, english),
        Remedy = remedy,
    };
}
