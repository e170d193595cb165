using ReportGen.Diagnostics;

namespace ReportGen.Ledgers;

/// <summary>What the reading of a roster has to say.</summary>
internal static class LedgerMessages
{
    public static Diagnostic NamedTwice(SourceLocation place, string name) => new()
    {
        Id = "roster.named-twice", Severity = Severity.Warning, Location = place,
        Message = new($"名单里“{name}”出现了两次，只算一次。", $"The roster names “{name}” twice; it counts once."),
        Remedy = new("删去重复的一行；若是两个单位，请写全称以示区别。", "Remove one line, or tell the two bodies apart by their full names."),
    };

    public static Diagnostic RosterEmpty(string path) => Unusable("roster.empty", path,
        new("名单里没有单位名称。", "The roster names no body."),
        new("第一行写表头“单位名称”，下面每行一个单位。", "Write the heading “name” in the first row and one body in each row below."));

    public static Diagnostic RosterTooLong(string path, int most) => Unusable("roster.too-long", path,
        new($"名单超过{most}个单位。", $"The roster names more than {most} bodies."),
        new("请按地区拆分名单。", "Split it by district."));

    public static Diagnostic RosterUnreadable(string path, string reason) => Unusable("roster.unreadable", path,
        new($"名单读不出来：{reason}", $"The roster cannot be read: {reason}"),
        new("请另存为 .xlsx 或 UTF-8 编码的 .csv。", "Save it as .xlsx, or as .csv in UTF-8."));

    private static Diagnostic Unusable(string id, string path, LocalizedText message, LocalizedText remedy) => new()
    {
        Id = id, Severity = Severity.Error, Location = new FileLocation { File = path }, Message = message, Remedy = remedy,
    };
}
