using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Rules.Text;

namespace ReportGen.Rules;

/// <summary>The sorts of rule there are, and the rules of every kind of a templates folder. Thread-safe.</summary>
public sealed class RuleCatalog
{
    private static readonly Dictionary<string, Sort> Sorts = new(StringComparer.Ordinal)
    {
        ["figures"] = new(FigureRule.Places, e => new FigureRule(e)),
        ["expression"] = new(ExpressionRule.Places, e => new ExpressionRule(e)),
        ["reader"] = new(ReadFindingRule.Places, e => new ReadFindingRule(e)),
        ["statement"] = new(StatementRule.Places, e => new StatementRule(e)),
        ["offer"] = new(BindingSuggestionRule.Places, e => new BindingSuggestionRule(e)),
        ["claim"] = new(ClaimRule.Places, e => new ClaimRule(e)),
        ["parts"] = new(PartsRule.Places, e => new PartsRule(e)),
        ["percentage"] = new(PercentageRule.Places, e => new PercentageRule(e)),
        ["year-on-year"] = new(YearOnYearRule.Places, e => new YearOnYearRule(e)),
        ["one-value"] = new(OneValueRule.Places, e => new OneValueRule(e)),
        ["balance"] = new(BalanceRule.Places, e => new BalanceRule(e)),
        ["headings"] = new(HeadingsRule.Places, e => new HeadingsRule(e)),
        ["required-text"] = new(RequiredTextRule.Places, e => new RequiredTextRule(e)),
        ["forbidden-text"] = new(ForbiddenTextRule.Places, e => new ForbiddenTextRule(e)),
        ["doubled"] = new(DoubledRule.Places, e => new DoubledRule(e)),
        ["citation"] = new(CitationRule.Places, e => new CitationRule(e)),
        ["date"] = new(DateRule.Places, e => new DateRule(e)),
        ["year"] = new(YearRule.Places, e => new YearRule(e)),
        ["period"] = new(PeriodRule.Places, e => new PeriodRule(e)),
        ["name-variant"] = new(NameVariantRule.Places, e => new NameVariantRule(e)),
        ["one-name"] = new(OneNameRule.Places, e => new OneNameRule(e)),
        ["enumeration"] = new(EnumerationRule.Places, e => new EnumerationRule(e)),
        ["content"] = new(ContentRule.Places, e => new ContentRule(e)),
        ["similarity"] = new(SimilarityRule.Places, e => new SimilarityRule(e)),
        ["listed-count"] = new(ListedCountRule.Places, e => new ListedCountRule(e)),
        ["title"] = new(TitleRule.Places, e => new TitleRule(e)),
        ["ending"] = new(EndingRule.Places, e => new EndingRule(e)),
    };

    private readonly IReadOnlyDictionary<KindDefinition, ImmutableArray<Rule>> _rules;

    private RuleCatalog(KindCatalog kinds, IReadOnlyDictionary<KindDefinition, ImmutableArray<Rule>> rules) => (Kinds, _rules) = (kinds, rules);

    /// <summary>The kinds whose definition and rules have no mistake.</summary>
    public KindCatalog Kinds { get; }

    /// <summary>The words by which rule files name the sorts of rule.</summary>
    internal static IReadOnlyCollection<string> SortWords => Sorts.Keys;

    /// <summary>Loads every kind of a templates folder with its rules. Every id, pattern and expression is verified.</summary>
    /// <returns>All kinds without mistakes, and every mistake in the others. Null only when there is no such folder.</returns>
    public static Outcome<RuleCatalog> Load(string templatesFolder)
    {
        var rules = new ConcurrentDictionary<KindDefinition, ImmutableArray<Rule>>();
        var kinds = KindCatalog.Load(templatesFolder, kind => rules[kind] = Read(kind));
        return new(kinds.Value is { } sound ? new RuleCatalog(sound, rules) : null, kinds.Diagnostics);
    }

    /// <summary>As <see cref="Load"/>, for those who want the kinds alone: what is wrong with their rules is told all the same.</summary>
    public static Outcome<KindCatalog> LoadKinds(string templatesFolder)
    {
        var catalog = Load(templatesFolder);
        return new(catalog.Value?.Kinds, catalog.Diagnostics);
    }

    /// <summary>A kind with its rules, in the order of its rule files.</summary>
    /// <exception cref="KeyNotFoundException">It is none of <see cref="Kinds"/>.</exception>
    public KindRules Of(KindDefinition kind) => new(kind, _rules[kind]);

    /// <summary>The rules in a kind's rule files; what is wrong is added to the findings of the YAML that they stand in.</summary>
    internal static ImmutableArray<Rule> Read(KindDefinition kind) => [.. kind.RuleFiles.SelectMany(f => Read(f, kind))];

    private static ImmutableArray<Rule> Read(YamlMap map, KindDefinition kind)
    {
        var file = new RuleFile(map, kind);
        ImmutableArray<Rule> rules = [.. map.Maps("checks").Select(m => ReadOne(file, m)).OfType<Rule>()];
        map.Done();
        foreach (var first in rules.DistinctBy(r => r.Id).Where(r => r.Header.Title is null || r.Header.Reason is null))
            map.Source.Report(RuleMessages.NoTitle(first.Header.Location, first.Id));
        return rules;
    }

    private static Rule? ReadOne(RuleFile file, YamlMap map)
    {
        if (map.RequiredScalar("kind") is not { } word) return null;
        if (!Sorts.TryGetValue(word.Value, out var sort))
        {
            word.Report(RuleMessages.UnknownSort(word.Location, word.Value, Sorts.Keys));
            return null;
        }

        var entry = new RuleEntry(file, map) { Header = RuleHeader.Read(new RuleEntry(file, map), sort.Places) };
        var rule = sort.Read(entry);
        map.Done();
        return entry.IsUnusable ? null : rule;
    }

    /// <param name="Places">The names that a message of this sort may have in braces; empty for a sort that needs no message.</param>
    /// <param name="Read">Makes the rule of its entry.</param>
    private sealed record Sort(ImmutableArray<string> Places, Func<RuleEntry, Rule> Read);
}

/// <summary>A kind with its rules.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">Its rules, verified against it.</param>
public sealed record KindRules(KindDefinition Kind, ImmutableArray<Rule> Rules);
