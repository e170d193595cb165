using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Holds a report against the rules of its kind.</summary>
public static class ReportChecker
{
    /// <summary>
    /// Everything that is wrong with <paramref name="report"/>, in the order of the workbook. The same input always gives
    /// the same findings.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="kind">Its kind, with the rules.</param>
    /// <param name="options">What the check depends on besides.</param>
    /// <param name="read">What was found when the report was read: it is put under the rules that it breaks.</param>
    public static ImmutableArray<Diagnostic> Check(
        Report report, KindRules kind, CheckOptions options, ImmutableArray<Diagnostic> read = default)
    {
        var context = new CheckContext(report, kind, options);
        if (!read.IsDefault) ReadFindingRule.Assign(read, kind.Rules, context);
        foreach (var rule in kind.Rules)
        {
            if (rule.Header.IsFor(report) && context.Severity(rule.Header) is not null) rule.Run(context);
        }

        return FindingOrder.Sort(context.Findings, kind.Kind);
    }

    /// <summary>
    /// For every rule of the kind, the gravest that a finding of it could be in <paramref name="report"/> under the profile; null
    /// for one that is not applied.
    /// </summary>
    public static ImmutableArray<Severity?> Severities(Report report, KindRules kind, CheckProfile profile) =>
        [.. kind.Rules.GroupBy(r => r.Header.Rule)
            .Select(rule => rule.Max(r => r.Header.IsFor(report) ? r.Header.Severity.Under(profile) : null))];
}
