namespace ReportGen.Rules.Text;

/// <summary>Words that claim something of the figures, without a number: that there was nothing, that all was upheld.</summary>
internal sealed class ClaimRule(RuleEntry entry) : TextRule(entry, "words", "left", "right")
{
    private readonly ImmutableArray<ProsePattern> _patterns = entry.Patterns();

    // Words that, in the same clause, mean something else.
    private readonly ImmutableArray<ProsePattern> _not = entry.Patterns("not");

    // What must hold where the words stand.
    private readonly Condition _assert =
        entry.Needed(ExpressionReader.Condition(entry.Kind, entry.Map.RequiredScalar("assert"), null, IterationScope.Once));

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        if (finder.FirstFailing(_assert) is not { } failed) return;
        foreach (var text in Texts(context))
        {
            foreach (var (span, pattern) in Matching.Find(text, _patterns, _not))
            {
                var values = new Values().With("words", text.Words(span, pattern.View))
                    .With("left", SumEvaluator.Describe(failed.Left, finder.Find)).With("right", SumEvaluator.Describe(failed.Right, finder.Find));
                context.Add(Header, text, span, pattern.View, values, finder.Places(failed));
            }
        }
    }
}
