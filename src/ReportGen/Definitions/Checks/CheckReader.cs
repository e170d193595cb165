using System.Collections.Immutable;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Checks;

/// <summary>Reads a kind's rules from YAML. Every id, pattern and expression is verified; what is wrong is reported with line and column.</summary>
public static class CheckReader
{
    private delegate CheckDefinition? ReadCheck(CheckReading reading, YamlMap map, CheckHeader header);

    private static readonly Dictionary<string, (ImmutableArray<string> Places, ReadCheck Read)> Kinds = new(StringComparer.Ordinal)
    {
        ["figures"] = (FigureCheck.Places, FigureCheck.Read),
        ["expression"] = (ExpressionCheck.Places, ExpressionCheck.Read),
        ["reader"] = (ReaderCheck.Places, ReaderCheck.Read),
        ["statement"] = (StatementCheck.Places, StatementCheck.Read),
        ["offer"] = (OfferCheck.Places, OfferCheck.Read),
        ["claim"] = (ClaimCheck.Places, ClaimCheck.Read),
        ["parts"] = (PartsCheck.Places, PartsCheck.Read),
        ["percentage"] = (PercentageCheck.Places, PercentageCheck.Read),
        ["year-on-year"] = (YearOnYearCheck.Places, YearOnYearCheck.Read),
        ["one-value"] = (OneValueCheck.Places, OneValueCheck.Read),
        ["balance"] = (BalanceCheck.Places, BalanceCheck.Read),
        ["headings"] = (HeadingsCheck.Places, HeadingsCheck.Read),
        ["required-text"] = (RequiredTextCheck.Places, RequiredTextCheck.Read),
        ["forbidden-text"] = (ForbiddenTextCheck.Places, ForbiddenTextCheck.Read),
        ["doubled"] = (DoubledCheck.Places, DoubledCheck.Read),
        ["citation"] = (CitationCheck.Places, CitationCheck.Read),
        ["date"] = (DateCheck.Places, DateCheck.Read),
        ["time"] = (TimeCheck.Places, TimeCheck.Read),
        ["year"] = (YearCheck.Places, YearCheck.Read),
        ["period"] = (PeriodCheck.Places, PeriodCheck.Read),
        ["name-variant"] = (NameVariantCheck.Places, NameVariantCheck.Read),
        ["other-body"] = (OtherBodyCheck.Places, OtherBodyCheck.Read),
        ["one-name"] = (OneNameCheck.Places, OneNameCheck.Read),
        ["enumeration"] = (EnumerationCheck.Places, EnumerationCheck.Read),
        ["content"] = (ContentCheck.Places, ContentCheck.Read),
        ["similarity"] = (SimilarityCheck.Places, SimilarityCheck.Read),
        ["listed-count"] = (ListedCountCheck.Places, ListedCountCheck.Read),
        ["title"] = (TitleCheck.Places, TitleCheck.Read),
        ["ending"] = (EndingCheck.Places, EndingCheck.Read),
    };

    private static readonly Dictionary<string, Severity?> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error, ["warning"] = Severity.Warning, ["information"] = Severity.Information, ["off"] = null,
    };

    /// <summary>The words for the kinds of check.</summary>
    internal static IReadOnlyCollection<string> KindWords => Kinds.Keys;

    /// <summary>
    /// The rules of <paramref name="file"/>, and of those it extends, for <paramref name="kind"/>. What is wrong is added to
    /// <paramref name="findings"/>, the full paths of the files read to <paramref name="files"/>.
    /// </summary>
    public static ImmutableArray<CheckDefinition> Read(
        string file, string templatesFolder, KindDefinition kind, ICollection<Diagnostic> findings, ICollection<string> files) =>
        YamlExtends.ReadFile(file, templatesFolder, findings, files) is { } map ? Read(map, kind) : [];

    /// <summary>The words of <paramref name="file"/>, and of those it extends, and what may be said with them.</summary>
    public static Vocabulary ReadVocabulary(
        string file, string templatesFolder, KindDefinition kind, ICollection<Diagnostic> findings, ICollection<string> files) =>
        YamlExtends.ReadFile(file, templatesFolder, findings, files) is { } map ? VocabularyReader.Read(new CheckReading(kind), map) : Vocabulary.None;

    /// <summary>The rules of a file already read; what is wrong is added to the findings of the map's source.</summary>
    public static ImmutableArray<CheckDefinition> Read(YamlMap map, KindDefinition kind)
    {
        var reading = new CheckReading(kind);
        foreach (var (name, value) in map.Map("words")?.Entries ?? [])
        {
            if (value is YamlText text) reading.AddWord(name, text);
        }

        if (map.Map("laws") is { } laws)
        {
            foreach (var (name, _) in laws.Entries) reading.Laws[name.Value] = laws.RequiredLocalized(name.Value);
        }

        reading.Documents.AddRange(map.Maps("documents").Select(m => KnownDocument.Read(reading, m)));
        var checks = map.Maps("checks").Select(m => ReadOne(reading, m)).OfType<CheckDefinition>().ToImmutableArray();
        map.Done();
        foreach (var first in checks.DistinctBy(c => c.Id).Where(c => c.Header.Title is null || c.Header.Reason is null))
            map.Source.Report(CheckMessages.NoTitle(first.Header.Location, first.Id));
        return checks;
    }

    private static CheckDefinition? ReadOne(CheckReading reading, YamlMap map)
    {
        if (map.RequiredScalar("kind") is not { } kind) return null;
        if (!Kinds.TryGetValue(kind.Value, out var found))
        {
            kind.Report(CheckMessages.UnknownKind(kind.Location, kind.Value, Kinds.Keys));
            return null;
        }

        var check = found.Read(reading, map, Header(reading, map, found.Places));
        map.Done();
        return check is ProseCheck prose ? prose with { Vocabulary = reading.Kind.Vocabulary } : check;
    }

    /// <summary>The part of an id behind a stop tells cases of one rule apart: <c>T3-05.total</c> is a case of <c>T3-05</c>.</summary>
    private static CheckHeader Header(CheckReading reading, YamlMap map, ImmutableArray<string> places) => new()
    {
        Id = map.Text("id").Split('.')[0],
        Severity = ReadSeverity(map),
        Bodies = Bodies(reading, map),
        Years = Years(map),
        Title = map.Localized("title"),
        Reason = map.Localized("reason"),
        Message = places.IsEmpty || map.Required("message") ? MessageTemplate.Read(map, "message", places) ?? Nothing : Nothing,
        Remedy = MessageTemplate.Read(map, "remedy", places),
        Basis = map.Scalar("law") is { } law && reading.Id(law, new("依据", "law"), reading.Laws.Keys) is { } id ? reading.Laws[id] : null,
        Location = map.Location,
    };

    private static MessageTemplate Nothing { get; } = new(LocalizedText.Same(""));

    /// <summary>One word for all profiles (the minimal one keeps errors only), or one for each.</summary>
    private static RuleSeverity ReadSeverity(YamlMap map)
    {
        if (map.Node("severity") is not YamlMap each)
        {
            var all = map.Required("severity") ? map.Choice("severity", Severities, Severity.Error) : null;
            return new RuleSeverity(all, all, Minimal(all));
        }

        var standard = each.Choice("default", Severities, null);
        var read = new RuleSeverity(standard, each.Choice("strict", Severities, standard), each.Choice("minimal", Severities, Minimal(standard)));
        each.Done();
        return read;
    }

    private static Severity? Minimal(Severity? severity) => severity == Severity.Error ? severity : null;

    private static BodyScope Bodies(CheckReading reading, YamlMap map) =>
        map.Map("bodies") is { } bodies ? BodiesOf(reading, bodies) : BodyScope.All;

    /// <summary>Which bodies a map describes.</summary>
    internal static BodyScope BodiesOf(CheckReading reading, YamlMap bodies)
    {
        var field = reading.Id(bodies.Scalar("field"), new("封面项目", "field"), reading.Kind.Fields.Select(f => f.Id));
        var choices = reading.Kind.Fields.FirstOrDefault(f => f.Id == field)?.Choices ?? [];
        var scope = new BodyScope
        {
            Field = field,
            Values = reading.Ids(bodies, "values", new("选项", "choice"), choices),
            NotValues = reading.Ids(bodies, "not-values", new("选项", "choice"), choices),
            Name = reading.Pattern(bodies, "name", TextView.Plain)?.Regex,
            NotName = reading.Pattern(bodies, "not-name", TextView.Plain)?.Regex,
        };
        bodies.Done();
        return scope;
    }

    private static (int? From, int? To) Years(YamlMap map)
    {
        if (map.Map("years") is not { } years) return default;
        var read = (years.Integer("from"), years.Integer("to"));
        years.Done();
        return read;
    }
}
