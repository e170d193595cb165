namespace ReportGen.Rules.Text;

/// <summary>Documents are cited by their right numbers.</summary>
internal sealed class CitationRule(RuleEntry entry) : TextRule(entry, "words", "right")
{
    private readonly ImmutableArray<Document> _documents = entry.Maps("documents",
        e => new Document(e.Map.Text("right"), e.Map.Texts("also"), e.Patterns("patterns", TextView.Plain)));

    protected override void Run(ProseText text, CheckContext context)
    {
        foreach (var document in _documents)
        {
            foreach (var (span, pattern) in Matching.Find(text, document.Patterns, []))
            {
                var words = text.Words(span, pattern.View);
                var written = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
                if (written == document.Right || document.Also.Contains(written)) continue;
                context.Add(Header, text, span, pattern.View, new Values().With("words", words).With("right", document.Right));
            }
        }
    }

    /// <param name="Right">The number as it must be written.</param>
    /// <param name="Also">Other ways to write it that are right.</param>
    /// <param name="Patterns">How it is met in texts, right or wrong.</param>
    private sealed record Document(string Right, ImmutableArray<string> Also, ImmutableArray<ProsePattern> Patterns);
}
