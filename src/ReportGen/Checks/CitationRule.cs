using ReportGen.Checks.Prose;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Checks;

/// <summary>Documents cited by wrong names and numbers.</summary>
internal static class CitationRule
{
    private const int MostWrong = 3;

    public static void Run(CitationCheck check, CheckContext context)
    {
        foreach (var text in context.Prose.In(check.Where))
        {
            if (check.IsOfNames) Names(check, context, text);
            else Numbers(check, context, text);
        }
    }

    private static void Numbers(CitationCheck check, CheckContext context, ProseText text)
    {
        foreach (var citation in Citation.In(text.Plain))
        {
            if (Meant(check, text, citation) is not var (document, span)) continue;
            var words = text.Words(span, TextView.Plain);
            var written = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
            if (written == document.Right || document.Also.Contains(written)) continue;
            context.Add(check.Header, text, span, TextView.Plain,
                new Values().With("words", words).With("right", document.Right));
        }
    }

    /// <summary>
    /// The document that a number is meant for: by the name beside it, by being almost its number, or by what the sentence is
    /// about.
    /// </summary>
    private static (KnownDocument Document, TextSpan Span)? Meant(CitationCheck check, ProseText text, Citation citation)
    {
        var title = citation.Title(text.Plain);
        var sentence = TextPieces.Sentence(text.Plain, citation.At);
        foreach (var document in check.Documents)
        {
            var right = Citation.Of(document.Right);
            var near = document.Also.Prepend(document.Right).Select(Citation.Of).Select(citation.Issuer)
                .FirstOrDefault(l => l is not null);
            if ((near ?? citation.Alike(right)) is not { } letters) continue;
            var isNamed = title.Length > 0 && document.Names.Any(n => IsNamed(title, n));
            var isContext = Matching.IsIn(text.Plain, sentence, document.Context);
            if (isNamed || (title.Length == 0
                && (near is null ? isContext : IsSlip(document, citation, right, letters, isContext)))) return (document,
                citation.Span(letters));
        }

        return null;
    }

    /// <summary>
    /// Without a name: the number of another year or issuer, a former number, or any number of the issuer where the sentence is
    /// about the document.
    /// </summary>
    private static bool IsSlip(KnownDocument document, Citation citation, Citation right, int letters, bool isContext)
    {
        var isIssuer = citation.Before[^letters..] == right.Before;
        var isForm = citation.Year.Length > 0 == right.Year.Length > 0;
        if (document.Former.Select(Citation.Of).Any(f => f.Number == citation.Number && f.Year == citation.Year)) return true;
        if (citation.Number != right.Number) return isContext && isForm && isIssuer;
        return !isForm || citation.Year == right.Year ? isIssuer || right.Before.Length > 4 || isContext
            || citation.Number.Length > 2 : isIssuer;
    }

    /// <summary>Whether a title is the document's, or that of the notice that sends it out.</summary>
    private static bool IsNamed(string title, string name) => title == name
        || title.Contains($"〈{name}", StringComparison.Ordinal) || title.Contains($"《{name}", StringComparison.Ordinal)
            || title.Contains($"<{name}", StringComparison.Ordinal);

    /// <summary>A title that is almost a document's name is meant for it.</summary>
    private static void Names(CitationCheck check, CheckContext context, ProseText text)
    {
        for (var open = text.Plain.IndexOf('《'); open >= 0; open = text.Plain.IndexOf('《', open + 1))
        {
            var close = text.Plain.IndexOfAny(['》', '《', '\n'], open + 1);
            if (close < 0 || text.Plain[close] != '》') continue;
            var title = text.Plain[(open + 1)..close];
            var right = check.Documents.SelectMany(d => d.Names.Take(1)).FirstOrDefault(n => n != title
                && title.Length > n.Length / 2
                && title.StartsWith(n[..Math.Min(7, n.Length)], StringComparison.Ordinal)
                    && Citation.IsNear(title, n, MostWrong));
            if (right is null || check.Documents.Any(d => d.Names.Contains(title))) continue;
            var span = new TextSpan(open, close + 1 - open);
            context.Add(check.Header, text, span, TextView.Plain,
                new Values().With("words", text.Words(span, TextView.Plain)).With("right", $"《{right}》"));
        }
    }
}
