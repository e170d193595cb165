using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules.Text;

/// <summary>Words that make a claim about figures without a number agree with them: none was received, all were upheld.</summary>
internal sealed class ClaimRule(RuleEntry entry) : TextRule(entry, "words", "left", "right")
{
    // Statements that the text denies.
    private readonly ImmutableArray<Statement> _denied = entry.Statements("denied");

    // Statements that the text makes of all that was named before.
    private readonly ImmutableArray<Statement> _all = entry.Statements("all");

    // The statements it must be all of; empty for any.
    private readonly ImmutableArray<Statement> _of = entry.Statements("of");

    // The condition that must hold for the words.
    private readonly Condition _assert =
        entry.Needed(ExpressionReader.Condition(entry.Kind, entry.Map.RequiredScalar("assert"), null, IterationScope.Once));

    internal override void Run(CheckContext context)
    {
        var finder = new FigureFinder(context);
        if (finder.FirstFailing(_assert) is not { } failed) return;
        var denied = Occurrences(_denied, context).Where(s => s.Kind == OccurrenceKind.None);
        var all = Occurrences(_all, context)
            .Where(s => s.Kind == OccurrenceKind.All && (_of.IsEmpty || (s.AllOf is { } of && _of.Contains(of))));
        foreach (var occurrence in denied.Concat(all).OrderBy(s => s.Span.Start).DistinctBy(s => (s.Text, s.Span)))
        {
            var values = new MessageValues().With("words", occurrence.Text.Words(occurrence.Span, TextView.Plain))
                .With("left", SumEvaluator.Describe(failed.Left, finder.Find))
                .With("right", SumEvaluator.Describe(failed.Right, finder.Find));
            context.Add(Header, occurrence.Text, occurrence.Span, TextView.Plain, values, finder.Places(failed));
        }
    }
}
