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
    /// Everything that the rules find in <paramref name="report"/>, in the order of the workbook, without what was
    /// accepted. The same input always gives the same findings.
    /// </summary>
    public static ImmutableArray<Diagnostic> Check(Report report, KindDefinition kind, CheckOptions options)
    {
        var context = new CheckContext(report, kind, options);
        foreach (var check in kind.Checks)
        {
            if (context.Severity(check.Header) is not null) Run(check, context);
        }

        var found = FindingOrder.Sort(context.Findings, kind);
        return options.Accepted is { } accepted ? accepted.Apply(found).Remaining : found;
    }

    private static void Run(CheckDefinition check, CheckContext context)
    {
        switch (check)
        {
            case SumCheck c: SumRule.Run(c, context); break;
            case FigureCheck c: FigureRule.Run(c, context); break;
            case RowsCheck c: RowsRule.Run(c, context); break;
            case ExpressionCheck c: ExpressionRule.Run(c, context); break;
            case EditionCheck c: EditionRule.Run(c, context); break;
            case ReaderCheck: break;
            default: throw new InvalidOperationException($"No evaluation for {check.GetType().Name}.");
        }
    }
}
