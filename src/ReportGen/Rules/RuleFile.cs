using System.Text.RegularExpressions;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Rules.Text;
using ReportGen.Rules.Text.Reading;

namespace ReportGen.Rules;

/// <summary>A rule file being read: the kind of its rules, and the definitions that they share.</summary>
internal sealed partial class RuleFile
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public RuleFile(YamlMap map, KindDefinition kind, Vocabulary vocabulary)
    {
        (Kind, Vocabulary) = (kind, vocabulary);
        foreach (var (name, value) in map.Map("words")?.Entries ?? [])
        {
            if (value is YamlText text) _words[name.Value] = $"({Expand(text)})";
        }

        if (map.Map("laws") is { } laws)
        {
            foreach (var (name, _) in laws.Entries) Laws[name.Value] = laws.RequiredLocalized(name.Value);
        }

        Documents = new RuleEntry(this, map).Maps("documents", e => new KnownDocument(e));
    }

    public KindDefinition Kind { get; }

    public Dictionary<string, LocalizedText> Laws { get; } = new(StringComparer.Ordinal);

    /// <summary>The vocabulary of the kind.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The documents known to its rules.</summary>
    public ImmutableArray<KnownDocument> Documents { get; }

    /// <summary>A pattern with the words of the file substituted for <c>{name}</c>.</summary>
    public string Expand(YamlText text)
    {
        var expanded = new StringBuilder();
        var done = 0;
        foreach (Match match in WordPlace().Matches(text.Value))
        {
            var name = match.Groups["name"].Value;
            if (!_words.TryGetValue(name, out var word))
            {
                text.Source.Report(RuleMessages.UnknownId(text.LocationAt(match.Index), new("词语", "word"), name, _words.Keys),
                    match.Length);
            }

            expanded.Append(text.Value, done, match.Index - done).Append(word);
            done = match.Index + match.Length;
        }

        return expanded.Append(text.Value, done, text.Value.Length - done).ToString();
    }

    [GeneratedRegex(@"\{(?<name>[^{}0-9,][^{}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex WordPlace();
}
