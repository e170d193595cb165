using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>What can be wrong in a list of accepted findings.</summary>
internal static class BaselineMessages
{
    public static Diagnostic NoReason(TextLocation at) => new()
    {
        Id = "baseline.no-reason",
        Severity = Severity.Error,
        Location = at,
        Message = new("接受一项问题须写明理由。", "An accepted finding must say why it was accepted."),
        Remedy = new("请在 reason 后写明理由。", "Write the reason after “reason”."),
    };
}
