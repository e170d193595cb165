using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;

namespace ReportGen.Checks;

/// <summary>One thing called by two names.</summary>
internal static class OneNameRule
{
    public static void Run(OneNameCheck check, CheckContext context)
    {
        var texts = context.Prose.In(check.Where).ToArray();
        foreach (var pattern in check.Patterns)
        {
            var names = (from text in texts
                         from found in Matching.Find(text, [pattern], [])
                         select (Text: text, found.Span, Name: text.Words(found.Span, pattern.View))).DistinctBy(n => n.Name).ToArray();
            foreach (var (text, span, name) in names.Skip(1))
                context.Add(check.Header, text, span, pattern.View, new Values().With("words", name).With("first", names[0].Name));
        }
    }
}
