namespace ReportGen.Rules.Text;

/// <summary>A text that announces a number of items names that many: “六个部分” lists six.</summary>
internal sealed class ListedCountRule(RuleEntry entry) : TextRule(entry, "words", "value", "count")
{
    private readonly ImmutableArray<ProsePattern> _patterns = entry.NumberPatterns("n");

    // The items, each with its own pattern.
    private readonly ImmutableArray<ProsePattern> _items = entry.Patterns("items");

    protected override void Run(ProseText text, CheckContext context)
    {
        foreach (var match in _patterns.SelectMany(p => ReportProse.Matches(text, p)))
        {
            var number = text.NumberAt(match.Groups["n"].Index).Value;
            var sentence = TextPieces.Sentence(text.Masked, match.Groups["n"].Index);
            var count = _items.Count(i => i.Regex.Match(text.Masked, sentence.Start, sentence.Length).Success);
            if (count == 0 || (number == count && count == _items.Length)) continue;
            var span = new TextSpan(match.Index, match.Length);
            context.Add(Header, text, span, TextView.Masked,
                new MessageValues().With("words", text.Words(span, TextView.Masked)).With("value", number).With("count", count));
        }
    }
}
