using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Rules.Text.Reading;

/// <summary>
/// The words by which reports of a kind name their figures. What holds for any Chinese text (numbers, negation, periods,
/// comparison) the reader of sentences knows itself. Safe for several threads at once.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Lazy<Lexicon> _lexicon;
    private readonly Lazy<ILookup<Meaning, Statement>> _ofHead;

    private Vocabulary()
    {
        _lexicon = new(() => new Lexicon(this));
        _ofHead = new(() => Statements.Values.SelectMany(s => s.Of.Where(m => m.Role == MeaningRole.Head), (s, m) => (m, s))
            .ToLookup(p => p.m, p => p.s));
    }

    /// <summary>No words.</summary>
    public static Vocabulary None { get; } = new();

    /// <summary>The things that are counted, what is done with them, and what narrows them, by id.</summary>
    public ImmutableDictionary<string, Meaning> Meanings { get; private init; } = ImmutableDictionary<string, Meaning>.Empty;

    /// <summary>What may be said with these words, by id, in the order of the file.</summary>
    public OrderedDictionary<string, Statement> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>The statements that count a head. Built when all are read.</summary>
    public ILookup<Meaning, Statement> StatementsOf => _ofHead.Value;

    /// <summary>Words that change nothing of what a sentence says.</summary>
    public ImmutableArray<string> Neutral { get; private init; } = [];

    /// <summary>What the report as a whole is about: 政府信息公开.</summary>
    public ImmutableArray<string> Topic { get; private init; } = [];

    /// <summary>The ids of the levels of prose that name what the paragraphs below are about.</summary>
    public ImmutableArray<string> Headings { get; private init; } = [];

    /// <summary>Words that look like one of the vocabulary and are none: what they stand with is left alone.</summary>
    public ImmutableArray<string> Foreign { get; private init; } = [];

    /// <summary>How the body calls itself, besides its name: 我局.</summary>
    public ImmutableArray<string> Own { get; private init; } = [];

    /// <summary>Names of the whole area: 全市.</summary>
    public ImmutableArray<string> Area { get; private init; } = [];

    /// <summary>For which bodies the whole area is what they report on; for all others it is somebody else.</summary>
    public BodyFilter AreaIsOwn { get; private init; } = BodyFilter.All;

    /// <summary>All words that a reader of this vocabulary knows.</summary>
    public Lexicon Lexicon => _lexicon.Value;

    /// <summary>
    /// Reads the vocabulary of a kind. Every id that is named must be there, and no word may mean two things of one thing.
    /// </summary>
    public static Vocabulary Read(YamlMap map, KindDefinition kind)
    {
        var entry = new RuleEntry(new RuleFile(map, kind, None), map);
        var heads = Ids(map, "heads");
        string[] all = [.. heads, .. Ids(map, "acts"), .. Ids(map, "parts")];
        var meanings = new[] { ("heads", MeaningRole.Head), ("acts", MeaningRole.Act), ("parts", MeaningRole.Part) }
            .SelectMany(p => entry.Maps(p.Item1, e => (e.Map, Meaning: new Meaning(e, p.Item2, heads, all)))).ToArray();
        Verify(meanings);
        var vocabulary = new Vocabulary
        {
            Meanings = meanings.Select(m => m.Meaning).DistinctBy(m => m.Id).ToImmutableDictionary(m => m.Id),
            Topic = map.Texts("topic"),
            Headings = entry.Levels("headings"),
            Neutral = map.Texts("neutral"),
            Foreign = map.Texts("foreign"),
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
    /// A word may be said of several heads in different senses (办结 of an application and of a licence), of one head in one only.
    /// </summary>
    private static void Verify((YamlMap Map, Meaning Meaning)[] read)
    {
        var ids = new HashSet<string>();
        var senses = new HashSet<(string Word, string Head)>();
        foreach (var (map, meaning) in read)
        {
            if (!ids.Add(meaning.Id)) map.ReportAt("id", at => RuleMessages.Twice(at, meaning.Id));
            foreach (var word in meaning.Words)
            {
                var isTwice = meaning.Of.DefaultIfEmpty("").Count(head => !senses.Add((word.Value, head))) > 0;
                if (isTwice) word.Report(RuleMessages.Twice(word.Location, word.Value));
            }
        }
    }
}
