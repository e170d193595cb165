using System.Collections.Concurrent;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Rules.Text;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules;

/// <summary>The rule types, and the rules of every kind of a templates folder. Thread-safe.</summary>
public sealed class RuleCatalog
{
    private static readonly Dictionary<string, Func<RuleEntry, Rule>> s_ruleTypes = new(StringComparer.Ordinal)
    {
        ["figures"] = e => new FigureRule(e),
        ["expression"] = e => new ExpressionRule(e),
        ["reader"] = e => new ReaderFindingRule(e),
        ["statement"] = e => new StatementRule(e),
        ["offer"] = e => new BindingSuggestionRule(e),
        ["claim"] = e => new ClaimRule(e),
        ["parts"] = e => new PartsRule(e),
        ["percentage"] = e => new PercentageRule(e),
        ["year-on-year"] = e => new YearOnYearRule(e),
        ["one-value"] = e => new OneValueRule(e),
        ["balance"] = e => new BalanceRule(e),
        ["headings"] = e => new HeadingsRule(e),
        ["required-text"] = e => new RequiredTextRule(e),
        ["forbidden-text"] = e => new ForbiddenTextRule(e),
        ["doubled"] = e => new DoubledRule(e),
        ["citation"] = e => new CitationRule(e),
        ["date"] = e => new DateRule(e),
        ["time"] = e => new TimeRule(e),
        ["year"] = e => new YearRule(e),
        ["period"] = e => new PeriodRule(e),
        ["name-variant"] = e => new NameVariantRule(e),
        ["other-body"] = e => new OtherBodyRule(e),
        ["one-name"] = e => new OneNameRule(e),
        ["enumeration"] = e => new EnumerationRule(e),
        ["content"] = e => new ContentRule(e),
        ["similarity"] = e => new SimilarityRule(e),
        ["listed-count"] = e => new ListedCountRule(e),
        ["title"] = e => new TitleRule(e),
        ["ending"] = e => new EndingRule(e),
    };

    private readonly IReadOnlyDictionary<KindDefinition, KindRules> _rules;

    private RuleCatalog(KindCatalog kinds, IReadOnlyDictionary<KindDefinition, KindRules> rules) =>
        (Kinds, _rules) = (kinds, rules);

    /// <summary>The kinds whose definition and rules have no errors.</summary>
    public KindCatalog Kinds { get; }

    /// <summary>The names of the rule types in rule files.</summary>
    internal static IReadOnlyCollection<string> TypeNames => s_ruleTypes.Keys;

    /// <summary>Loads every kind of a templates folder with its rules. Every id, pattern and expression is verified.</summary>
    /// <returns>All kinds without errors, and every error of the others. The value is null only if the folder does not
    /// exist.</returns>
    public static Outcome<RuleCatalog> Load(string templatesFolder)
    {
        var rules = new ConcurrentDictionary<KindDefinition, KindRules>();
        var kinds = KindCatalog.Load(templatesFolder, kind => rules[kind] = Read(kind));
        return new(kinds.Value is { } sound ? new RuleCatalog(sound, rules) : null, kinds.Diagnostics);
    }

    /// <summary>As <see cref="Load"/>, but returns the kinds alone. Errors in their rules are reported too.</summary>
    public static Outcome<KindCatalog> LoadKinds(string templatesFolder)
    {
        var catalog = Load(templatesFolder);
        return new(catalog.Value?.Kinds, catalog.Diagnostics);
    }

    /// <summary>A kind with its rules, in the order of its rule files.</summary>
    /// <exception cref="KeyNotFoundException">The kind is not one of <see cref="Kinds"/>.</exception>
    public KindRules Of(KindDefinition kind) => _rules[kind];

    /// <summary>Reads the words and rules of a kind. Errors are reported to the YAML files.</summary>
    internal static KindRules Read(KindDefinition kind)
    {
        var vocabulary = kind.Vocabulary is { } words ? Vocabulary.Read(words, kind) : Vocabulary.None;
        return new(kind, [.. kind.RuleFiles.SelectMany(f => Read(f, kind, vocabulary))]) { Vocabulary = vocabulary };
    }

    private static ImmutableArray<Rule> Read(YamlMap map, KindDefinition kind, Vocabulary vocabulary)
    {
        var file = new RuleFile(map, kind, vocabulary);
        ImmutableArray<Rule> rules = [.. map.Maps("checks").Select(m => ReadOne(file, m)).OfType<Rule>()];
        map.Done();
        foreach (var first in rules.DistinctBy(r => r.Id).Where(r => r.Header.Title is null || r.Header.Reason is null))
            map.Source.Report(RuleMessages.NoTitle(first.Header.Location, first.Id));
        return rules;
    }

    private static Rule? ReadOne(RuleFile file, YamlMap map)
    {
        if (map.RequiredScalar("kind") is not { } word) return null;
        if (!s_ruleTypes.TryGetValue(word.Value, out var read))
        {
            word.Report(RuleMessages.UnknownType(word.Location, word.Value, s_ruleTypes.Keys));
            return null;
        }

        var entry = new RuleEntry(file, map) { Header = RuleHeader.Read(new RuleEntry(file, map)) };
        var rule = read(entry);
        map.Done();
        return entry.IsUnusable ? null : rule;
    }
}

/// <summary>A kind with its rules.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">Its rules, verified against it.</param>
public sealed record KindRules(KindDefinition Kind, ImmutableArray<Rule> Rules)
{
    /// <summary>The words by which reports of the kind name figures.</summary>
    internal Vocabulary Vocabulary { get; init; } = Vocabulary.None;
}
