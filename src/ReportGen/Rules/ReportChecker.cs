using ReportGen.Definitions;
using ReportGen.Model;

namespace ReportGen.Rules;

/// <summary>Checks a report against the rules of its kind. Thread-safe.</summary>
public static class ReportChecker
{
    /// <summary>All findings about <paramref name="report"/>, in the order of the workbook. Deterministic.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rules">Its kind, with the rules.</param>
    /// <param name="options">The options.</param>
    /// <param name="read">The findings of reading the report. They are assigned to the rules that they break; those that follow
    /// from another one add to that.</param>
    public static ImmutableArray<Diagnostic> Check(
        Report report, KindRules rules, CheckOptions options, ImmutableArray<Diagnostic> read = default)
    {
        var context = new CheckContext(report, rules, options);
        if (!read.IsDefault) ReaderFindingRule.Assign(FindingCauses.Fold(read, report), rules.Rules, context);
        foreach (var rule in rules.Rules)
        {
            if (rule.Header.IsFor(report) && context.Severity(rule.Header) is not null) rule.Run(context);
        }

        return FindingOrder.Sort(context.Findings, rules.Kind);
    }

    /// <summary>
    /// For every rule of the kind, the highest severity of its findings in <paramref name="report"/> under the profile; null
    /// for a rule that is off.
    /// </summary>
    public static ImmutableArray<Severity?> Severities(Report report, KindRules rules, CheckProfile profile) =>
        [.. rules.Rules.GroupBy(r => r.Id)
            .Select(rule => rule.Max(r => r.Header.IsFor(report) ? r.Header.Severity.Under(profile) : null))];
}
