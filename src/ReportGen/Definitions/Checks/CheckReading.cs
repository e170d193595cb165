using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportGen.Definitions.Vocabularies;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Model;

namespace ReportGen.Definitions.Checks;

/// <summary>What the reading of a rule file knows: the kind, and the words, statements and laws defined so far.</summary>
internal sealed partial class CheckReading(KindDefinition kind)
{
    public KindDefinition Kind { get; } = kind;

    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, LocalizedText> Laws { get; } = new(StringComparer.Ordinal);

    public List<KnownDocument> Documents { get; } = [];

    /// <summary>What may be said of figures, by id.</summary>
    public IReadOnlyDictionary<string, Statement> Statements { get; } = kind.Vocabulary.Statements.ToDictionary(s => s.Id);

    /// <summary>The id at a key when it is one of <paramref name="known"/>; a finding when it is not.</summary>
    public string? Id(YamlText? text, LocalizedText what, IEnumerable<string> known)
    {
        if (text is null) return null;
        var ids = known.ToArray();
        if (ids.Contains(text.Value)) return text.Value;
        text.Report(CheckMessages.UnknownId(text.Location, what, text.Value, ids));
        return null;
    }

    public string? Table(YamlMap map, string key = "table") =>
        Id(map.Scalar(key), new("表格", "table"), Kind.Tables.Select(t => t.Form.Id));

    public ImmutableArray<string> Rows(YamlMap map, string? table) =>
        Ids(map, "rows", new("行", "row"), FormOf(table)?.Rows.Select(r => r.Id) ?? []);

    public ImmutableArray<string> Columns(YamlMap map, string? table) =>
        Ids(map, "columns", new("列", "column"), FormOf(table)?.Parts.SelectMany(p => p.Columns).Select(c => c.Id).Distinct() ?? []);

    public ImmutableArray<string> Sections(YamlMap map, string key = "sections") =>
        Ids(map, key, new("部分", "section"), Kind.Sections.Select(s => s.Id));

    public ImmutableArray<string> Fields(YamlMap map, string key) =>
        Ids(map, key, new("封面项目", "field"), Kind.Fields.Select(f => f.Id));

    public ImmutableArray<string> Levels(YamlMap map, string key) => Ids(map, key, new("层级", "level"),
        Kind.Sheets.OfType<ProseSheet>().SelectMany(s => s.Levels).Select(l => l.Id).Distinct());

    public ImmutableArray<Statement> StatementsOf(YamlMap map, string key) =>
        [.. Ids(map, key, new("陈述", "statement"), Statements.Keys).Select(id => Statements[id])];

    public ImmutableArray<string> Ids(YamlMap map, string key, LocalizedText what, IEnumerable<string> known)
    {
        var ids = known.ToArray();
        return [.. map.Scalars(key).Select(t => Id(t, what, ids)).OfType<string>()];
    }

    /// <summary>Where a prose check looks.</summary>
    public ProseScope Scope(YamlMap map)
    {
        if (map.Map("where") is not { } where) return ProseScope.All;
        var scope = new ProseScope
        {
            Sections = Sections(where),
            Levels = Levels(where, "levels"),
            Fields = Fields(where, "fields"),
            Prose = where.Flag("prose", true),
        };
        where.Done();
        return scope;
    }

    /// <summary>The patterns of a key, compiled.</summary>
    public ImmutableArray<ProsePattern> Patterns(YamlMap map, string key = "patterns", TextView view = TextView.Masked) =>
        [.. map.Scalars(key).Select(t => Pattern(t, view)).OfType<ProsePattern>()];

    /// <summary>The pattern of a key, compiled; null when the key is missing.</summary>
    public ProsePattern? Pattern(YamlMap map, string key, TextView view = TextView.Masked) =>
        map.Scalar(key) is { } text ? Pattern(text, view) : null;

    /// <summary>Compiles a pattern: words in braces are filled in, a lone <c>#</c> outside classes becomes the group <c>n</c>.</summary>
    public ProsePattern? Pattern(YamlText text, TextView view)
    {
        var pattern = Expand(text);
        if (view == TextView.Masked && !pattern.Contains("(?<n>", StringComparison.Ordinal) && Numbers(pattern) is [var number])
            pattern = $"{pattern[..number]}(?<n>#){pattern[(number + 1)..]}";
        try
        {
            return new ProsePattern(new LinearRegex(pattern), view);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            text.Report(CheckMessages.BadPattern(text.Location, e.Message));
            return null;
        }
    }

    /// <summary>Where a pattern asks for a number: the signs outside classes of characters.</summary>
    private static List<int> Numbers(string pattern)
    {
        var numbers = new List<int>();
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] is '[' or ']') isInClass = pattern[i] == '[';
            else if (pattern[i] == '#' && !isInClass) numbers.Add(i);
        }

        return numbers;
    }

    /// <summary>Patterns each of which must name the numbers that count: <c>(?&lt;n&gt;#)</c>.</summary>
    public ImmutableArray<ProsePattern> NumberPatterns(YamlMap map, string[] groups, string key = "patterns")
    {
        var patterns = ImmutableArray.CreateBuilder<ProsePattern>();
        foreach (var text in map.Scalars(key))
        {
            if (Pattern(text, TextView.Masked) is not { } pattern) continue;
            foreach (var group in groups.Where(g => !pattern.Regex.ToString().Contains($"(?<{g}>#)", StringComparison.Ordinal)))
                text.Report(CheckMessages.NoNumber(text.Location, group));
            patterns.Add(pattern);
        }

        return patterns.ToImmutable();
    }

    private TableForm? FormOf(string? table) => table is null ? null : Kind.Table(table)?.Form;

    public LocalizedText? FigureHint(string[] path, string? table)
    {
        var form = FormOf(path.Length == 3 ? path[0] : table);
        if (form is null) return Spelling.Hint(path[0], [.. Kind.Tables.Select(t => t.Form.Id)]);
        string[] ids = [.. form.Rows.Select(r => r.Id), .. form.Parts.SelectMany(p => p.Columns).Select(c => c.Id).Distinct()];
        return Spelling.Hint(path.FirstOrDefault(p => !ids.Contains(p) && p != form.Id) ?? path[^1], ids);
    }

    /// <summary>Remembers a word that patterns may use as <c>{name}</c>.</summary>
    public void AddWord(YamlText name, YamlText value) => Words[name.Value] = $"({Expand(value)})";

    private string Expand(YamlText text)
    {
        var expanded = new StringBuilder();
        var done = 0;
        foreach (Match match in WordPlace().Matches(text.Value))
        {
            var name = match.Groups["name"].Value;
            if (!Words.TryGetValue(name, out var word))
                text.Source.Report(CheckMessages.UnknownId(text.LocationAt(match.Index), new("词语", "word"), name, Words.Keys), match.Length);
            expanded.Append(text.Value, done, match.Index - done).Append(word);
            done = match.Index + match.Length;
        }

        return expanded.Append(text.Value, done, text.Value.Length - done).ToString();
    }

    [GeneratedRegex(@"\{(?<name>[^{}0-9,][^{}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex WordPlace();
}
