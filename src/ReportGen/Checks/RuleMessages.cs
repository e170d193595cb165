using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>What the rules say besides their own messages.</summary>
internal static class RuleMessages
{
    public static Diagnostic More(string rule, Severity gravest, int count, SourceLocation? first) => new()
    {
        Id = rule,
        Severity = gravest,
        Location = first,
        Message = new($"此规则还发现 {count} 处，没有逐一列出。", $"This rule found {count} more, which are not listed."),
        Remedy = new("请改好列出的各处，再检查一次。", "Mend those that are listed, then check again."),
    };
}
