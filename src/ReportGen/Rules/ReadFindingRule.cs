using System.Collections.Immutable;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Puts what was found while reading the workbook under the rules that it breaks.</summary>
internal static class ReaderRule
{
    public static void Run(ImmutableArray<Diagnostic> read, CheckContext context)
    {
        ImmutableArray<ReaderCheck> checks = [.. context.Kind.Checks.OfType<ReaderCheck>().Where(c => context.IsFor(c.Header))];
        foreach (var finding in read)
        {
            if (checks.FirstOrDefault(c => Covers(c, finding)) is not { } check) context.Add(finding);
            else if (context.Severity(check.Header) is { } severity) context.Add(Under(check.Header, finding, severity));
            else if (finding.Severity == Severity.Error) context.Add(finding);
        }
    }

    private static Diagnostic Under(CheckHeader rule, Diagnostic finding, Severity severity) => finding with
    {
        Id = rule.Id,
        Severity = finding.Severity == Severity.Error || finding.Severity < severity ? finding.Severity : severity,
        Message = rule.Message.Text.Chinese.Length > 0 ? rule.Message.Text : finding.Message,
        Remedy = rule.Remedy?.Text ?? finding.Remedy,
        Basis = rule.Basis ?? finding.Basis,
    };

    private static bool Covers(ReaderCheck check, Diagnostic finding) => check.Findings.Contains(finding.Id)
        && (check.Table is null || (finding.Form is { IsPrevious: false } form && form.Table == check.Table
            && AreAmong(form.Rows, check.Rows) && AreAmong(form.Columns, check.Columns)));

    private static bool AreAmong(ImmutableArray<string> lines, ImmutableArray<string> allowed) =>
        allowed.IsEmpty || (!lines.IsEmpty && lines.All(l => allowed.Contains(l)));
}
