using System.Collections.Immutable;
using ReportGen.Definitions.Checks;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Vocabularies;

/// <summary>
/// Reads the vocabulary of a kind from YAML. Every id that is named must be there, and no word may mean two things of one thing.
/// </summary>
internal static class VocabularyReader
{
    private static readonly LocalizedText s_head = new("计数对象", "head");

    /// <summary>The vocabulary, with what may be said with it.</summary>
    public static Vocabulary Read(CheckReading reading, YamlMap map)
    {
        var heads = map.Maps("heads").ToArray();
        var ids = heads.Select(h => h.OptionalText("id")).OfType<string>().ToArray();
        string[] all = [.. ids, .. map.Maps("acts").Concat(map.Maps("parts")).Select(m => m.OptionalText("id")).OfType<string>()];
        (YamlMap Map, Meaning Meaning)[] read = [
            .. heads.Select(m => (m, Meaning(reading, m, MeaningRole.Head, ids, all))),
            .. map.Maps("acts").Select(m => (m, Meaning(reading, m, MeaningRole.Act, ids, all))),
            .. map.Maps("parts").Select(m => (m, Meaning(reading, m, MeaningRole.Part, ids, all)))];
        Verify(read);
        var vocabulary = new Vocabulary
        {
            Meanings = read.GroupBy(m => m.Meaning.Id).ToImmutableDictionary(g => g.Key, g => g.First().Meaning),
            Topic = map.Texts("topic"), Headings = reading.Levels(map, "headings"),
            Neutral = map.Texts("neutral"), Foreign = map.Texts("foreign"), Own = map.Texts("own"), Area = map.Texts("area"),
            AreaIsOwn = map.Map("area-is-own") is { } own ? CheckReader.BodiesOf(reading, own) : BodyScope.All,
        };
        var statements = new Dictionary<string, Statement>();
        foreach (var statement in map.Maps("statements")) ReadStatement(reading, statement, vocabulary.Meanings, statements);
        map.Done();
        return vocabulary with { Statements = [.. statements.Values] };
    }

    private static void ReadStatement(CheckReading reading, YamlMap map, ImmutableDictionary<string, Meaning> meanings,
        Dictionary<string, Statement> known)
    {
        var id = map.Text("id");
        var statement = new Statement
        {
            Id = id,
            Name = map.RequiredLocalized("name"),
            Of = Meanings(reading, map, "of", meanings),
            May = Meanings(reading, map, "may", meanings),
            SumOf = reading.Ids(map, "sum-of", new("陈述", "statement"), known.Keys),
            Figure = ExpressionReader.Sum(reading, map.Scalar("figure")),
            Or = [.. map.Scalars("or").Select(t => ExpressionReader.Sum(reading, t)).OfType<Expression>()],
            IsTotal = map.Flag("total"),
            Scale = map.Decimal("scale") ?? 1,
        };
        if (statement.Of.Count(m => m.Role == MeaningRole.Head) != 1 && statement.SumOf.IsEmpty) map.ReportAt("of", at =>
            VocabularyMessages.NoHead(at, id));
        known[id] = statement;
        map.Done();
    }

    private static ImmutableArray<Meaning> Meanings(CheckReading reading, YamlMap map, string key, ImmutableDictionary<string,
        Meaning> known) =>
        [.. reading.Ids(map, key, new("词义", "meaning"), known.Keys).Select(id => known[id])];

    private static Meaning Meaning(CheckReading reading, YamlMap map, MeaningRole role, string[] heads, string[] all)
    {
        var read = new Meaning
        {
            Id = map.Text("id"), Role = role, Words = map.Texts("words"), Group = map.OptionalText("group") ?? "",
            Of = role == MeaningRole.Head ? [] : reading.Ids(map, "of", s_head, heads), Implies = role != MeaningRole.Head
                && map.Flag("implies"),
            Measures = role == MeaningRole.Head ? map.Texts("measures") : [],
            About = role == MeaningRole.Head ? reading.Ids(map, "about", new("词义", "meaning"), all) : [],
        };
        map.Required("words");
        map.Done();
        return read;
    }

    /// <summary>
    /// A word may be said of several heads in different senses (办结 of an application and of a licence), of one head in one only.
    /// </summary>
    private static void Verify((YamlMap Map, Meaning Meaning)[] read)
    {
        var ids = new HashSet<string>();
        var senses = new HashSet<(string Word, string Head)>();
        foreach (var (map, meaning) in read)
        {
            if (!ids.Add(meaning.Id)) map.ReportAt("id", at => VocabularyMessages.Twice(at, meaning.Id));
            foreach (var word in map.Scalars("words"))
            {
                foreach (var head in meaning.Role == MeaningRole.Head ? [""] : meaning.Of)
                {
                    if (!senses.Add((word.Value, head))) word.Report(VocabularyMessages.Twice(word.Location, word.Value));
                }
            }
        }
    }
}

/// <summary>What can be wrong in a vocabulary.</summary>
internal static class VocabularyMessages
{
    public static Diagnostic Twice(SourceLocation at, string word) => new()
    {
        Id = "checks.word-twice", Severity = Severity.Error, Location = at,
        Message = new($"“{word}”在词表里有两个意思。", $"“{word}” means two things in the vocabulary."),
        Remedy = new("每个词对同一对象只能有一个意思。", "Of one thing a word can say one thing only."),
    };

    public static Diagnostic NoHead(SourceLocation at, string id) => new()
    {
        Id = "checks.no-head", Severity = Severity.Error, Location = at,
        Message = new($"陈述“{id}”没有说计数的是什么。", $"The statement “{id}” does not say what is counted."),
        Remedy = new("在 of 中写一个计数对象。", "Name one head in “of”."),
    };
}
