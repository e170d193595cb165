using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Checks;

/// <summary>What can be wrong in a file of rules.</summary>
internal static class CheckMessages
{
    public static LocalizedText Expected(string signs) => new($"此处应为：{signs}", $"expected here: {signs}");

    public static Diagnostic UnknownKind(SourceLocation at, string word, IReadOnlyCollection<string> known) => Error("checks.unknown-kind", at,
        $"没有名为“{word}”的检查方式。", $"There is no kind of check “{word}”.", Spelling.Hint(word, known));

    public static Diagnostic UnknownPlace(SourceLocation at, string name, IReadOnlyCollection<string> known) => Error("checks.unknown-place", at,
        $"这种检查的消息里没有“{{{name}}}”。", $"A message of this kind of check has no “{{{name}}}”.", Spelling.Hint(name, known));

    public static Diagnostic UnknownFigure(SourceLocation at, string name, LocalizedText? hint) => Error("checks.unknown-figure", at,
        $"找不到数据“{name}”。", $"There is no figure “{name}”.", hint);

    public static Diagnostic UnknownId(SourceLocation at, LocalizedText what, string id, IReadOnlyCollection<string> known) => Error("checks.unknown-id", at,
        $"没有 id 为“{id}”的{what.Chinese}。", $"There is no {what.English} with the id “{id}”.", Spelling.Hint(id, known));

    public static Diagnostic BadExpression(SourceLocation at, LocalizedText expected) => Error("checks.bad-expression", at,
        $"算式有误，{expected.Chinese}。", $"This is no expression; {expected.English}.");

    public static Diagnostic BadPattern(SourceLocation at, string reason) => Error("checks.bad-pattern", at,
        $"正则表达式有误：{reason}", $"This is no pattern: {reason}",
        new("模式须能线性匹配，不能用前后查找和反向引用。", "Patterns must match in linear time: no look-around, no back-references."));

    public static Diagnostic NoNumber(SourceLocation at, string group) => Error("checks.no-number", at,
        $"此模式应有名为 {group} 的数字：(?<{group}>#)。", $"This pattern must name the number {group}: (?<{group}>#).");

    public static Diagnostic NoDay(SourceLocation at, string text) => Error("checks.no-day", at,
        $"“{text}”不是“月-日”，如 01-31。", $"“{text}” is no month and day such as 01-31.");

    public static Diagnostic NoTitle(SourceLocation at, string id) => Error("checks.no-title", at,
        $"规则 {id} 的第一项检查应有 title 和 reason。", $"The first check of rule {id} must have a title and a reason.");

    private static Diagnostic Error(string id, SourceLocation at, string zh, string en, LocalizedText? remedy = null) =>
        new() { Id = id, Severity = Severity.Error, Location = at, Message = new(zh, en), Remedy = remedy };
}
