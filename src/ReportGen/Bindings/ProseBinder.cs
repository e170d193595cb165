using ReportGen.Model;

namespace ReportGen.Bindings;

/// <summary>
/// Works out the references in a report's prose: <c>{{ 表三.本年新收.总计 }}</c> becomes the figure. Prose comes from people
/// who may mean harm: it may hold expressions over the report and pure functions, nothing else, within tight limits.
/// </summary>
public static class ProseBinder
{
    /// <summary>The report with its prose worked out.</summary>
    /// <returns>
    /// Always a report. A block with a mistake keeps its text as it was written, and each mistake is an error at the cell
    /// with the characters in question.
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
        var (text, mistakes) = expressions.Value.Evaluate(block);
        findings.AddRange(mistakes);
        return text;
    }
}
