using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>
/// Evaluates the expressions in a report's prose: <c>{{ 表三.本年新收.总计 }}</c> becomes the figure. Prose is untrusted: only
/// expressions over the report and pure functions are allowed, within strict limits. Thread-safe.
/// </summary>
public static class ProseBinder
{
    /// <summary>Evaluates the prose of a report.</summary>
    /// <returns>
    /// Never null. A block with an error keeps its text as written. Each error has the cell and the characters concerned.
    /// </returns>
    public static Outcome<BoundReport> Bind(Report report)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var expressions = new Lazy<ProseExpressions>(() => new ProseExpressions(report));
        var sections = report.Sections.Select(section => new BoundSection(
            section, [.. section.Blocks.Select(block => new BoundBlock(block, Bind(block, expressions, findings)))]));
        var bound = new BoundReport(report, [.. sections]);
        return new(bound, findings.DrainToImmutable());
    }

    private static BoundText Bind(Block block, Lazy<ProseExpressions> expressions, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!block.Text.Contains("{{", StringComparison.Ordinal)) return BoundText.Plain(block.Text);
        var (text, errors) = expressions.Value.Evaluate(block);
        findings.AddRange(errors);
        return text;
    }
}
