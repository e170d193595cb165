using ReportGen.Model;

namespace ReportGen.Rules.Text.Reading;

/// <summary>A text and its statements.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Occurrences">Its statements about figures.</param>
/// <param name="Changes">The changes from last year that it states.</param>
internal sealed record TextReading(
    ProseText Text, IReadOnlyList<Sentence> Sentences, IReadOnlyList<StatementOccurrence> Occurrences,
    IReadOnlyList<StatedChange> Changes);

/// <summary>All texts of a report, read once with one vocabulary.</summary>
internal sealed class ReportReading
{
    private readonly Dictionary<ProseText, TextReading> _byText = [];
    private readonly Dictionary<(ProseText Text, string Not), IReadOnlyList<PartList>> _lists = [];
    private readonly ILookup<string, StatementOccurrence> _occurrences;

    public ReportReading(Report report, IEnumerable<ProseText> texts, Vocabulary vocabulary)
    {
        var isAreaOwn = vocabulary.AreaIsOwn.Includes(report);
        var lexicon = vocabulary.Lexicon;
        var names = BodyNames.Own(report.Body, isAreaOwn).Select(n => new Word(n, Role.Own, [])).ToArray();
        Meaning? headingHead = null;
        foreach (var text in texts)
        {
            var sentences = ClauseReader.Sentences(new Lexer(text, lexicon, names).Read()).ToList();
            if (vocabulary.Headings.Contains(text.Level)) headingHead = HeadOf(sentences);
            var (occurrences, changes) = new StatementReader(text, vocabulary, report.Year, isAreaOwn, headingHead)
                .Read(sentences);
            _byText.Add(text, new TextReading(text, sentences, occurrences, changes));
        }

        _occurrences = _byText.Values.SelectMany(t => t.Occurrences).ToLookup(s => s.Statement.Id);
    }

    /// <summary>The head that a heading names; null if it names none or several.</summary>
    private static Meaning? HeadOf(List<Sentence> sentences) =>
        sentences.SelectMany(s => s.All).SelectMany(t => t.Word?.Meanings ?? [])
        .Where(m => m.Kind == MeaningKind.Head).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>The occurrences of a statement, in the order of the report.</summary>
    public IEnumerable<StatementOccurrence> Occurrences(Statement statement) => _occurrences[statement.Id];

    /// <summary>The lists of parts in a text that disagree with their wholes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="not">Statements that are never parts.</param>
    public IReadOnlyList<PartList> Lists(ProseText text, ImmutableArray<Statement> not)
    {
        var key = (text, string.Join(',', not.Select(s => s.Id)));
        if (_lists.TryGetValue(key, out var known)) return known;
        var other = Of(text).Occurrences.Where(s => not.Contains(s.Statement)).Select(s => s.Span.Start).ToHashSet();
        return _lists[key] = new PartsReader(Of(text).Sentences, number => other.Contains(number.Start)).Read();
    }

    /// <summary>The reading of a text.</summary>
    public TextReading Of(ProseText text) => _byText[text];
}
