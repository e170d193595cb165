using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Checks;

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
        Report report, KindDefinition kind, CheckOptions options, ImmutableArray<Diagnostic> read = default)
    {
        var context = new CheckContext(report, kind, options);
        if (!read.IsDefault) ReaderRule.Run(read, context);
        foreach (var check in kind.Checks)
        {
            if (context.IsFor(check.Header) && context.Severity(check.Header) is not null) Run(check, context);
        }

        return FindingOrder.Sort(context.Findings, kind);
    }

    /// <summary>
    /// Every rule of the kind, once, with the gravest that a finding of it could be in <paramref name="report"/> under the
    /// profile; null for one that is not applied.
    /// </summary>
    public static ImmutableArray<AppliedRule> Rules(Report report, KindDefinition kind, CheckOptions options)
    {
        var context = new CheckContext(report, kind, options);
        return [.. kind.Checks.GroupBy(c => c.Header.Rule)
            .Select(rule => new AppliedRule(rule.Key, rule.Max(c => context.IsFor(c.Header) ? context.Severity(c.Header) : null)))];
    }

    private static void Run(CheckDefinition check, CheckContext context)
    {
        switch (check)
        {
            case FigureCheck c: FigureRule.Run(c, context); break;
            case ExpressionCheck c: ExpressionRule.Run(c, context); break;
            case StatementCheck c: StatementRule.Run(c, context); break;
            case OfferCheck c: OfferRule.Run(c, context); break;
            case ClaimCheck c: ClaimRule.Run(c, context); break;
            case PartsCheck c: PartsRule.Run(c, context); break;
            case PercentageCheck c: PercentageRule.Run(c, context); break;
            case YearOnYearCheck c: YearOnYearRule.Run(c, context); break;
            case OneValueCheck c: OneValueRule.Run(c, context); break;
            case BalanceCheck c: BalanceRule.Run(c, context); break;
            case HeadingsCheck c: HeadingsRule.Run(c, context); break;
            case RequiredTextCheck c: RequiredTextRule.Run(c, context); break;
            case ForbiddenTextCheck c: ForbiddenTextRule.Run(c, context); break;
            case DoubledCheck c: DoubledRule.Run(c, context); break;
            case CitationCheck c: CitationRule.Run(c, context); break;
            case DateCheck c: DateRule.Run(c, context); break;
            case TimeCheck c: TimeRule.Run(c, context); break;
            case YearCheck c: YearRule.Run(c, context); break;
            case PeriodCheck c: PeriodRule.Run(c, context); break;
            case NameVariantCheck c: NameVariantRule.Run(c, context); break;
            case OtherBodyCheck c: OtherBodyRule.Run(c, context); break;
            case OneNameCheck c: OneNameRule.Run(c, context); break;
            case EnumerationCheck c: EnumerationRule.Run(c, context); break;
            case ContentCheck c: ContentRule.Run(c, context); break;
            case SimilarityCheck c: SimilarityRule.Run(c, context); break;
            case ListedCountCheck c: ListedCountRule.Run(c, context); break;
            case TitleCheck c: TitleRule.Run(c, context); break;
            case EndingCheck c: EndingRule.Run(c, context); break;
            case ReaderCheck: break;
            default: throw new InvalidOperationException($"No evaluation for {check.GetType().Name}.");
        }
    }
}

/// <summary>A rule of the kind and what it means for one report.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">The gravest that a finding of it could be; null when it is not applied.</param>
public sealed record AppliedRule(string Id, Severity? Severity);
