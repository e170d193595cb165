using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;

namespace ReportGen.Checks;

/// <summary>Documents cited by wrong numbers.</summary>
internal static class CitationRule
{
    public static void Run(CitationCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var citation in check.Citations)
            {
                foreach (var (span, pattern) in Matching.Find(text, citation.Patterns, []))
                {
                    var words = text.Words(span, pattern.View);
                    var written = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
                    if (written == citation.Right || citation.Also.Contains(written)) continue;
                    context.Add(check.Header, text, span, pattern.View, new Values().With("words", words).With("right", citation.Right));
                }
            }
        }
    }
}
