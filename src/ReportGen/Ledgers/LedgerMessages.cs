using ReportGen.Publishing;
using ReportGen.Templating.Errors;
using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Ledgers;

/// <summary>The messages about ledgers and rosters.</summary>
internal static class LedgerMessages
{
    public static Diagnostic NamedTwice(SourceLocation place, string name) => Warning("roster.named-twice", place,
        $"名单里“{name}”出现了两次，只算一次。", $"The roster lists “{name}” twice; it is counted once.",
        new("删去重复的一行；若是两个单位，请写全称以示区别。", "Remove one line; if there are two bodies, use their full names."));

    public static Diagnostic RosterEmpty(string path) => OfFile("roster.empty", Severity.Error, path,
        "名单里没有单位名称。", "The roster lists no bodies.",
        new("第一行写表头“单位名称”，下面每行一个单位。", "Write the heading “name” in the first row and one body in each row below."));

    public static Diagnostic RosterTooLong(string path, int max) => OfFile("roster.too-long", Severity.Error, path,
        $"名单超过{max}个单位。", $"The roster lists more than {max} bodies.", new("请按地区拆分名单。", "Split it by district."));

    public static Diagnostic RosterUnreadable(string path, string reason) => OfFile("roster.unreadable", Severity.Error, path,
        $"名单读不出来：{reason}", $"The roster cannot be read: {reason}",
        new("请另存为 .xlsx 或 UTF-8 编码的 .csv。", "Save it as .xlsx, or as .csv in UTF-8."));

    public static Diagnostic RosterWithoutNames(SourceLocation place) => Error("roster.no-name-column", place,
        "看不出哪一列是单位名称。", "No column is recognisable as the names of the bodies.",
        new("请把单位名称那一列的表头改为“单位名称”。", "Head the column with the names “name”."));

    public static Diagnostic RosterNameIsNumber(SourceLocation place, string text) => Error("roster.name-is-number", place,
        $"“{text}”不是单位名称。", $"“{text}” is not the name of a body.",
        new("请把单位名称那一列的表头改为“单位名称”；这一行若不是单位，请删去。",
            "Head the column with the names “name”; if this line is no body, delete it."));

    public static Diagnostic NoDay(SourceLocation place, string text) => Warning("roster.no-day", place,
        $"截止日期“{text}”认不出来，没有采用。", $"The deadline “{text}” is not a date; it is not used.",
        new("请写成 2026-01-20 或 2026年1月20日。", "Write it as 2026-01-20."));

    public static Diagnostic RosterAsBefore(string path, LocalizedText reason) => OfFile(
        "roster.as-before", Severity.Warning, path,
        $"名单读不出来，仍按上次读到的名单：{reason.Chinese}",
        $"The roster cannot be read; the bodies are those that it listed before: {reason.English}",
        new("请改好名单，或用 --roster 另给一份；不再需要名单，请加 --no-roster。",
            "Correct it, or give another one with --roster; if none is wanted any more, add --no-roster."));

    public static LocalizedText Yes { get; } = new("是", "yes");

    public static LocalizedText NoGroup { get; } = new("（未分类）", "(no group)");

    public static LocalizedText UnlistedBodies { get; } = new("名单外", "not on the roster");

    /// <summary>What the coordinator should look into about a body, in sentences.</summary>
    public static IEnumerable<LocalizedText> ToCheck(LedgerLine line)
    {
        if (!line.NotUsed.IsEmpty && line.Latest is { } used)
        {
            var others = line.NotUsed.Select(e => Path.GetFileName(e.Workbook)).ToList();
            yield return new(
                $"{line.Body}交了{Count(others.Count + 1)}份，请选一份：已按最后保存的“{Path.GetFileName(used.Workbook)}”处理，"
                    + $"没有处理“{string.Join("”“", others)}”。请把不要的移出文件夹。",
                $"{line.Body} has submitted {others.Count + 1}; choose one: the one saved last, "
                    + $"“{Path.GetFileName(used.Workbook)}”, is used, “{string.Join("”, “", others)}” not. "
                    + "Move the other out of the folder.");
        }

        if (!line.Similar.IsEmpty && !line.IsExpected)
        {
            yield return new(
                $"“{line.Body}”不在名单上，是不是“{string.Join("”或“", line.Similar)}”？是的话，请在名单的“简称”里补上这个名称。",
                $"“{line.Body}” is not on the roster. Is it “{string.Join("” or “", line.Similar)}”? If so, add this name "
                    + "to the roster's column “alias”.");
        }
    }

    /// <summary>Why nothing of a missing body is here although something came.</summary>
    public static IEnumerable<LocalizedText> OfMissing(LedgerLine line)
    {
        foreach (var file in line.Waiting)
        {
            yield return new($"收到“{file.Location?.FileName}”，还没有处理：{file.Message.Chinese}{file.Remedy?.Chinese}",
                $"“{file.Location?.FileName}” has come but is not processed: {file.Message.English} "
                    + file.Remedy?.English);
        }

        if (!line.Similar.IsEmpty)
        {
            yield return new($"名单外的“{string.Join("”“", line.Similar)}”可能就是它。",
                $"“{string.Join("”, “", line.Similar)}”, not on the roster, may be this body.");
        }

        if (line.Published is null && line.History.LastOrDefault(e => e.State == PublicationState.Published)?.Year is { } year)
            yield return new($"只有 {year} 年度的报告。", $"There is only the report on {year}.");
    }

    private static string Count(int number) => number == 2 ? "两" : $" {number} ";

    public static LocalizedText StateName(LedgerState state) => state switch
    {
        LedgerState.Published => new("已发布", "published"),
        LedgerState.Returned => new("已退回", "returned"),
        LedgerState.Failed => new("处理失败", "failed"),
        _ => new("未报送", "missing"),
    };

    /// <summary>The display name of a file of the output folder.</summary>
    public static LocalizedText FileName(string path) => Path.GetExtension(path) switch
    {
        ".pdf" => LocalizedText.Same("PDF"),
        ".md" => LocalizedText.Same("Markdown"),
        ".xlsx" when path.EndsWith(ReturnedNames.Corrected + ".xlsx", StringComparison.Ordinal) =>
            new("已改的工作簿", "corrected workbook"),
        ".xlsx" => new("退回单", "returned workbook"),
        _ when path.EndsWith(ReturnedNames.Review + ".html", StringComparison.Ordinal) => new("审核表", "review page"),
        _ => new("网页", "web page"),
    };

    public static Diagnostic CannotWrite(string path, string reason) => OfFile(
        "environment.ledger-not-written", Severity.Error, path,
        $"台账未能生成：{reason}", $"The ledger could not be written: {reason}",
        new("请检查写入权限、磁盘是否已满，以及 ledger.xlsx 是否正被打开；再运行一次即可补上。",
            "Check write access, free disk space, and whether ledger.xlsx is open; then run again."));

    public static Diagnostic NoTemplate(string folder) => OfFile("template.missing", Severity.Error, folder,
        "找不到台账的模板 _shared/ledger.sbn-html。", "The template of the ledger, _shared/ledger.sbn-html, is missing.",
        new("请从程序自带的 templates 文件夹复制它。", "Copy it from the “templates” folder supplied with the program."));

    public static Diagnostic FromTemplate(TemplateError error) => TemplateFinding.Of("template.mistake", error);
}
