namespace ReportGen.Rules.Text;

/// <summary>Years in the text, captured as group <c>n</c>, have the required distance from the report year.</summary>
internal sealed class YearRule(RuleEntry entry) : TextRule(entry, "words", "value", "right")
{
    // Distances from the report year, of which a rule has one.
    private readonly int? _mustBe = entry.Map.Integer("must-be", -9, 9);
    private readonly int? _mustNotBe = entry.Map.Integer("must-not-be", -9, 9);
    private readonly ImmutableArray<ProsePattern> _patterns = entry.NumberPatterns("n");

    // Words that, in the same clause, give the year another meaning.
    private readonly ImmutableArray<ProsePattern> _not = entry.Patterns("not");

    protected override void Run(ProseText text, CheckContext context)
    {
        if (context.Report.Year is not { } year) return;
        var (meant, mustBe) = (year + (_mustBe ?? _mustNotBe ?? 0), _mustNotBe is null);
        var matches = _patterns.SelectMany(p => ReportProse.Matches(text, p)).DistinctBy(m => m.Groups["n"].Index)
            .OrderBy(m => m.Index);
        foreach (var match in matches)
        {
            var span = new TextSpan(match.Groups["n"].Index, 1);
            var number = text.NumberAt(span.Start);
            if (number.IsBound || (number.Value == meant) == mustBe) continue;
            var whole = new TextSpan(match.Index, match.Length);
            if (PatternSearch.IsExcluded(text, TextView.Masked, whole, _not)) continue;
            var values = new MessageValues().With("words", text.Words(whole, TextView.Masked))
                .With("value", number.Value).With("right", mustBe ? meant : year);
            context.Add(Header, text, span, TextView.Masked, values);
        }
    }
}
