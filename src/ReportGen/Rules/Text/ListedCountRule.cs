using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>A number of parts against the parts named.</summary>
internal static class ListedCountRule
{
    public static void Run(ListedCountCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            foreach (var match in check.Patterns.SelectMany(p => ReportProse.Matches(text, p)))
            {
                var place = match.Groups["n"].Index;
                var sentence = TextPieces.Sentence(text.Masked, place);
                var count = check.Items.Count(i => i.Regex.Match(text.Masked, sentence.Start, sentence.Length).Success);
                if (count == 0 || (text.NumberAt(place).Value == count && count == check.Items.Length)) continue;
                var span = new TextSpan(match.Index, match.Length);
                context.Add(check.Header, text, span, TextView.Masked,
                    new Values().With("words", text.Words(span, TextView.Masked)).With("value", text.NumberAt(place).Value).With("count", count));
            }
        }
    }
}
