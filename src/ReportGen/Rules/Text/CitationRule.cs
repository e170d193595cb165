namespace ReportGen.Rules.Text;

/// <summary>Documents are cited with the correct names and numbers.</summary>
internal sealed class CitationRule(RuleEntry entry) : TextRule(entry, "words", "right")
{
    private const int MaxWrong = 3;

    private static readonly Dictionary<string, CitationError> s_findingTypes = new()
    {
        ["numbers"] = CitationError.Number, ["names"] = CitationError.Name,
    };

    private readonly ImmutableArray<KnownDocument> _documents = entry.File.Documents;

    private readonly CitationError _error = entry.Map.Choice("finding", s_findingTypes, CitationError.Number);

    protected override void Run(ProseText text, CheckContext context)
    {
        foreach (var (span, right) in _error == CitationError.Name ? Names(text) : Numbers(text))
        {
            context.Add(Header, text, span, TextView.Plain,
                new MessageValues().With("words", text.Words(span, TextView.Plain)).With("right", right));
        }
    }

    private IEnumerable<(TextSpan Span, string Right)> Numbers(ProseText text)
    {
        foreach (var citation in Citation.In(text.Plain))
        {
            if (Meant(text, citation) is not var (document, span)) continue;
            var written = string.Concat(text.Words(span, TextView.Plain).Where(c => !char.IsWhiteSpace(c)));
            if (written != document.Right && !document.Also.Contains(written)) yield return (span, document.Right);
        }
    }

    /// <summary>
    /// The document that a number refers to: by the title beside it, by a similar number, or by the topic of the sentence.
    /// </summary>
    private (KnownDocument Document, TextSpan Span)? Meant(ProseText text, Citation citation)
    {
        var title = citation.Title(text.Plain);
        var sentence = TextPieces.Sentence(text.Plain, citation.At);
        foreach (var document in _documents)
        {
            var right = Citation.Of(document.Right);
            var near = document.Also.Prepend(document.Right).Select(Citation.Of).Select(citation.Issuer)
                .FirstOrDefault(l => l is not null);
            if ((near ?? citation.Alike(right)) is not { } letters) continue;
            var isNamed = title.Length > 0 && document.Names.Any(n => IsNamed(title, n));
            var isContext = PatternSearch.IsIn(text.Plain, sentence, document.Context);
            var isMeant = isNamed || (title.Length == 0
                && (near is null ? isContext : IsSlip(document, citation, right, letters, isContext)));
            if (isMeant) return (document, citation.Span(letters));
        }

        return null;
    }

    /// <summary>
    /// Without a title: the number has another year or issuer, is a former one, or is any number of the issuer in a sentence
    /// about the document.
    /// </summary>
    private static bool IsSlip(KnownDocument document, Citation citation, Citation right, int letters, bool isContext)
    {
        var isIssuer = citation.Before[^letters..] == right.Before;
        var isForm = citation.Year.Length > 0 == right.Year.Length > 0;
        if (document.Former.Select(Citation.Of).Any(f => f.Number == citation.Number && f.Year == citation.Year)) return true;
        if (citation.Number != right.Number) return isContext && isForm && isIssuer;
        if (isForm && citation.Year != right.Year) return isIssuer;
        return isIssuer || isContext || right.Before.Length > 4 || citation.Number.Length > 2;
    }

    /// <summary>Whether a title is that of the document, or of the notice that issued it.</summary>
    private static bool IsNamed(string title, string name) =>
        title == name || new[] { "〈", "《", "<" }.Any(mark => title.Contains(mark + name, StringComparison.Ordinal));

    /// <summary>Finds titles that are almost the name of a document.</summary>
    private IEnumerable<(TextSpan Span, string Right)> Names(ProseText text)
    {
        for (var open = text.Plain.IndexOf('《'); open >= 0; open = text.Plain.IndexOf('《', open + 1))
        {
            var close = text.Plain.IndexOfAny(['》', '《', '\n'], open + 1);
            if (close < 0 || text.Plain[close] != '》') continue;
            var title = text.Plain[(open + 1)..close];
            if (_documents.Any(d => d.Names.Contains(title))) continue;
            if (_documents.SelectMany(d => d.Names.Take(1)).FirstOrDefault(n => IsAlmost(title, n)) is { } right)
                yield return (new TextSpan(open, close + 1 - open), $"《{right}》");
        }
    }

    private static bool IsAlmost(string title, string name) => title.Length > name.Length / 2
        && title.StartsWith(name[..Math.Min(7, name.Length)], StringComparison.Ordinal)
        && Citation.IsNear(title, name, MaxWrong);
}

/// <summary>What is wrong with a citation.</summary>
internal enum CitationError
{
    /// <summary>The number.</summary>
    Number,

    /// <summary>The name.</summary>
    Name,
}
