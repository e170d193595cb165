namespace ReportGen.Rules.Text;

/// <summary>The text uses one name for one thing.</summary>
internal sealed class OneNameRule(RuleEntry entry) : TextRule(entry, "words", "first")
{
    // Each pattern matches all names of one thing.
    private readonly ImmutableArray<ProsePattern> _patterns = entry.Patterns("patterns", TextView.Plain);

    internal override void Run(CheckContext context)
    {
        var texts = Texts(context).ToArray();
        foreach (var pattern in _patterns)
        {
            var names = (from text in texts
                         from found in PatternSearch.Find(text, [pattern], [])
                         select (Text: text, found.Span, Name: text.Words(found.Span, pattern.View)))
                         .DistinctBy(n => n.Name).ToArray();
            foreach (var (text, span, name) in names.Skip(1))
            {
                context.Add(Header, text, span, pattern.View,
                    new MessageValues().With("words", name).With("first", names[0].Name));
            }
        }
    }
}
