using static ReportGen.Diagnostics.Diagnostic;

namespace ReportGen.Rules;

/// <summary>The messages about rule files and lists of accepted findings, and those that all rules share.</summary>
internal static class RuleMessages
{
    public static LocalizedText Expected(string symbols) => new($"此处应为：{symbols}", $"expected here: {symbols}");

    public static Diagnostic UnknownType(SourceLocation at, string word, IReadOnlyCollection<string> known) =>
        Error("checks.unknown-kind", at,
        $"没有名为“{word}”的检查方式。", $"There is no rule type “{word}”.", Spelling.Hint(word, known));

    public static Diagnostic UnknownPlaceholder(SourceLocation at, string name, IReadOnlyCollection<string> known) =>
        Error("checks.unknown-place", at,
        $"这种检查的消息里没有“{{{name}}}”。", $"Messages of this rule type have no placeholder “{{{name}}}”.", Spelling.Hint(name, known));

    public static Diagnostic UnknownFigure(SourceLocation at, string name, LocalizedText? hint) =>
        Error("checks.unknown-figure", at,
        $"找不到数据“{name}”。", $"There is no figure “{name}”.", hint);

    public static Diagnostic UnknownId(SourceLocation at, LocalizedText what, string id, IReadOnlyCollection<string> known) =>
        Error("checks.unknown-id", at,
        $"没有 id 为“{id}”的{what.Chinese}。", $"There is no {what.English} with the id “{id}”.", Spelling.Hint(id, known));

    public static Diagnostic BadExpression(SourceLocation at, LocalizedText expected) => Error("checks.bad-expression", at,
        $"算式有误，{expected.Chinese}。", $"This is not a valid expression; {expected.English}.");

    public static Diagnostic BadPattern(SourceLocation at, string reason) => Error("checks.bad-pattern", at,
        $"正则表达式有误：{reason}", $"This is not a valid pattern: {reason}",
        new("模式须能线性匹配，不能用前后查找和反向引用。", "Patterns must match in linear time: no lookaround, no backreferences."));

    public static Diagnostic NoNumber(SourceLocation at, string group) => Error("checks.no-number", at,
        $"此模式应有名为 {group} 的数字：(?<{group}>#)。", $"This pattern needs a group “{group}” for the number: (?<{group}>#).");

    public static Diagnostic NoDay(SourceLocation at, string text) => Error("checks.no-day", at,
        $"“{text}”不是“月-日”，如 01-31。", $"“{text}” is not a month and day such as 01-31.");

    public static Diagnostic Twice(SourceLocation at, string word) => Error("checks.word-twice", at,
        $"“{word}”在词汇里有两个意思。", $"“{word}” has two meanings in the vocabulary.",
        new("每个词对同一对象只能有一个意思。", "For one head, a word can have only one meaning."));

    public static Diagnostic IdTwice(SourceLocation at, string id) => Error("checks.word-twice", at,
        $"id“{id}”出现了两次。", $"The id “{id}” occurs twice.",
        new("词汇里的 id 不能重复。", "In a vocabulary, every id must be different."));

    public static Diagnostic NoHead(SourceLocation at, string id) => Error("checks.no-head", at,
        $"陈述“{id}”没有说计数的是什么。", $"The statement “{id}” does not say what is counted.",
        new("在 of 中写一个计数对象。", "Name one head in “of”."));

    public static Diagnostic NoTitle(SourceLocation at, string id) => Error("checks.no-title", at,
        $"规则 {id} 的第一项检查应有 title 和 reason。", $"The first check of rule {id} must have a title and a reason.");

    public static Diagnostic NoReason(SourceLocation at) => Error("baseline.no-reason", at,
        "将一项问题列为已核实须写明理由。", "An accepted finding must have a reason.",
        new("请在 reason 后写明理由。", "Give the reason after “reason”."));

    public static Diagnostic More(string rule, Severity severity, int count, SourceLocation? first) => new()
    {
        Id = rule,
        Severity = severity,
        Location = first,
        Message = new($"此规则还发现 {count} 处，没有逐一列出。", $"This rule has {count} more findings, which are not listed."),
        Remedy = new("请改好列出的各处，再检查一次。", "Fix the findings that are listed, then check again."),
    };
}
