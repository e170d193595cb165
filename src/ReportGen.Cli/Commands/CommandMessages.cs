namespace ReportGen.Cli.Commands;

/// <summary>The messages about the commands themselves.</summary>
internal static class CommandMessages
{
    public static Diagnostic FileExists(string path) => Diagnostic.OfFile("command.file-exists", Severity.Error, path,
        "文件已经存在，没有改动。", "The file exists; it was not changed.",
        new("请换一个名称，或加上 --force 覆盖它。", "Choose another name, or add --force to replace it."));

    public static Diagnostic KindExists(string folder) => Diagnostic.OfFile("command.file-exists", Severity.Error, folder,
        "文件夹已经存在，没有改动。", "The folder exists; it was not changed.", new("请换一个名称。", "Choose another name."));

    public static Diagnostic NoSkeleton(string folder) => Diagnostic.OfFile("environment.no-skeleton", Severity.Error, folder,
        "没有找到随程序提供的样板。", "The model for new kinds, which comes with the program, was not found.",
        new("请把下载的文件夹整个解开，不要只取出程序。", "Unpack the whole download, not only the program."));

    public static Diagnostic NoReport(string path) => Diagnostic.OfFile("command.no-report", Severity.Error, path,
        "无法识别，不是标准工作簿，不能从中带入数据。", "This is not a standard workbook of a known kind; no data can be taken from it.");

    public static Diagnostic FieldMissing(string kind, string option) =>
        Diagnostic.OfFile("command.no-such-field", Severity.Error, null,
        $"“{kind}”没有 {option} 所对应的项目。", $"“{kind}” has no field for {option}.", new($"请去掉 {option}。", $"Remove {option}."));

    public static Diagnostic NotTheYearBefore(string path, int found, int year) =>
        Diagnostic.OfFile("command.not-the-year-before", Severity.Warning, path,
        $"这是 {found} 年的工作簿，不是 {year - 1} 年的；上年数据和结转数取自它，可能不对。",
        $"This workbook is for {found}, not for {year - 1}; last year's figures and carried-over cases are taken from it and may "
            + "be wrong.",
        new($"请用 {year - 1} 年的工作簿重新生成，或者核对“上年数据”。", $"Use the workbook for {year - 1}, or check last year's figures."));

    public static Diagnostic PreviousHasErrors(string path, int errors, int missing) =>
        Diagnostic.OfFile("command.previous-has-errors", Severity.Warning, path,
        $"上年的工作簿有 {errors} 处差错，{missing} 个数字没有带入。",
        $"Last year's workbook has {errors} errors; {missing} figures could not be taken from it.",
        new("reportgen check 会逐格列出；改正后重新生成，或者直接补填“上年数据”。",
            "reportgen check lists every cell; correct it and run the command again, or fill in last year's figures by hand."));

    public static Diagnostic NoExample(string folder) => Diagnostic.OfFile("environment.no-example", Severity.Error, folder,
        "没有找到随程序提供的示例。", "The example that comes with the program was not found.",
        new("请把下载的文件夹整个解开，不要只取出程序。", "Unpack the whole download, not only the program."));

    public static Diagnostic CannotPrepare(string folder, string reason) =>
        Diagnostic.OfFile("environment.cannot-prepare", Severity.Error, folder,
        $"不能在这里建立文件夹：{reason}", $"The folder cannot be prepared: {reason}",
        new("请换一个可以写入的文件夹：reportgen start 文件夹。", "Choose a folder that can be written to: reportgen start FOLDER."));

    public static Diagnostic YearNeeded(string kind) => Diagnostic.OfFile("command.year-needed", Severity.Error, null,
        $"“{kind}”按年度汇总，请说明年度。", $"“{kind}” is added up by year; the year is missing.",
        new("请加上 --year，如 --year 2025。", "Add --year, as in --year 2025."));

    public static Diagnostic PeriodNeeded(string kind, IReadOnlyList<string> periods) => Diagnostic.OfFile(
        "command.period-needed", Severity.Error, null,
        $"“{kind}”分期报送，这里有 {string.Join("、", periods)} 几期，请说明汇总哪一期。",
        $"“{kind}” is reported in periods, and there are several: {string.Join(", ", periods)}.",
        new($"请加上 --period，如 --period {periods[^1]}。", $"Choose one with --period, as in --period {periods[^1]}."));

    public static Diagnostic Unreadable(string file, Exception why) => Diagnostic.OfFile("data.unreadable", Severity.Error, file,
        $"读不到这个文件：{why.Message}", $"The file cannot be read: {why.Message}");

    public static Diagnostic NotAnObject(string file) => Diagnostic.OfFile("data.not-an-object", Severity.Error, file,
        "数据文件的内容应当是一个对象：{ \"名\": 值 }。", "The data must be an object: { \"name\": value }.");

    public static Diagnostic BadJson(string file, int line, int column) => Diagnostic.Error("data.malformed",
        new TextLocation { File = file, Line = line, Column = column }, "这里不是正确的 JSON。", "This is not valid JSON.");
}
