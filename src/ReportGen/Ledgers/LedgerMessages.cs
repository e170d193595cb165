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

    public static LocalizedText Yes { get; } = new("是", "yes");

    public static LocalizedText NoGroup { get; } = new("（未分类）", "(no group)");

    public static LocalizedText Unlisted { get; } = new("（名单外）", "(not on the roster)");

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
