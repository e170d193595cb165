using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules.Text.Reading;

/// <summary>
/// The words by which reports of a kind name their figures. Words common to Chinese texts (numbers, negation, periods,
/// comparison) are in <see cref="Reading.Lexicon"/>. Thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Lazy<Lexicon> _lexicon;
    private readonly Lazy<ILookup<Meaning, Statement>> _ofHead;

    private Vocabulary()
    {
        _lexicon = new(() => new Lexicon(this));
        _ofHead = new(() => Statements.Values.SelectMany(s => s.Required.Where(m => m.Kind == MeaningKind.Head), (s, m) => (m, s))
            .ToLookup(p => p.m, p => p.s));
    }

    /// <summary>A vocabulary without words.</summary>
    public static Vocabulary None { get; } = new();

    /// <summary>The heads, acts and restrictions, by id.</summary>
    public ImmutableDictionary<string, Meaning> Meanings { get; private init; } = ImmutableDictionary<string, Meaning>.Empty;

    /// <summary>The statements that can be made with these words, by id, in file order.</summary>
    public OrderedDictionary<string, Statement> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>The statements about a head. Built when all are read.</summary>
    public ILookup<Meaning, Statement> StatementsOf => _ofHead.Value;

    /// <summary>Words that do not change the meaning of a sentence.</summary>
    public ImmutableArray<string> Neutral { get; private init; } = [];

    /// <summary>The topic of the report as a whole: 政府信息公开.</summary>
    public ImmutableArray<string> Topic { get; private init; } = [];

    /// <summary>The ids of the prose levels whose headings name the head of the paragraphs below.</summary>
    public ImmutableArray<string> Headings { get; private init; } = [];

    /// <summary>Words that look like one of the vocabulary but are not; the number beside them is skipped.</summary>
    public ImmutableArray<string> Lookalikes { get; private init; } = [];

    /// <summary>How the body refers to itself, besides its name: 我局.</summary>
    public ImmutableArray<string> Own { get; private init; } = [];

    /// <summary>Names of the whole area: 全市.</summary>
    public ImmutableArray<string> Area { get; private init; } = [];

    /// <summary>The bodies that report on the whole area. For all others the area is another actor.</summary>
    public BodyFilter AreaIsOwn { get; private init; } = BodyFilter.All;

    /// <summary>All words known to a reader of this vocabulary.</summary>
    public Lexicon Lexicon => _lexicon.Value;

    /// <summary>
    /// Reads the vocabulary of a kind. Verifies that every id exists and that no word has two meanings for one head.
    /// </summary>
    public static Vocabulary Read(YamlMap map, KindDefinition kind)
    {
        var entry = new RuleEntry(new RuleFile(map, kind, None), map);
        var heads = Ids(map, "heads");
        string[] all = [.. heads, .. Ids(map, "acts"), .. Ids(map, "parts")];
        var meanings = new[] { ("heads", MeaningKind.Head), ("acts", MeaningKind.Act), ("parts", MeaningKind.Restriction) }
            .SelectMany(p => entry.Maps(p.Item1, e => (e.Map, Meaning: new Meaning(e, p.Item2, heads, all)))).ToArray();
        Verify(meanings);
        var vocabulary = new Vocabulary
        {
            Meanings = meanings.Select(m => m.Meaning).DistinctBy(m => m.Id).ToImmutableDictionary(m => m.Id),
            Topic = map.Texts("topic"),
            Headings = entry.Levels("headings"),
            Neutral = map.Texts("neutral"),
            Lookalikes = map.Texts("foreign"),
            Own = map.Texts("own"),
            Area = map.Texts("area"),
            AreaIsOwn = entry.Inner("area-is-own", BodyFilter.Read) ?? BodyFilter.All,
        };
        var statements = vocabulary.Statements;
        foreach (var statement in map.Maps("statements"))
        {
            var read = new Statement(new RuleEntry(entry.File, statement), vocabulary.Meanings, statements.Keys);
            statements[read.Id] = read;
            statement.Done();
        }

        map.Done();
        return vocabulary;
    }

    private static string[] Ids(YamlMap map, string key) =>
        [.. map.Maps(key).Select(m => m.OptionalText("id")).OfType<string>()];

    /// <summary>
    /// A word may have different meanings with different heads (办结 of an application and of a licence), but one meaning per
    /// head.
    /// </summary>
    private static void Verify((YamlMap Map, Meaning Meaning)[] read)
    {
        var ids = new HashSet<string>();
        var senses = new HashSet<(string Word, string Head)>();
        foreach (var (map, meaning) in read)
        {
            if (!ids.Add(meaning.Id)) map.ReportAt("id", at => RuleMessages.IdTwice(at, meaning.Id));
            foreach (var word in meaning.Words)
            {
                var isTwice = meaning.Heads.DefaultIfEmpty("").Count(head => !senses.Add((word.Value, head))) > 0;
                if (isTwice) word.Report(RuleMessages.Twice(word.Location, word.Value));
            }
        }
    }
}
