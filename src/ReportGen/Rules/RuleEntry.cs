using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;
using ReportGen.Rules.Text;

namespace ReportGen.Rules;

/// <summary>
/// A map of a rule file being read: a rule, or a map within. Each getter verifies the value; an error is reported
/// at its place and replaced by a harmless default.
/// </summary>
internal sealed class RuleEntry(RuleFile file, YamlMap map)
{
    public RuleFile File { get; } = file;

    public YamlMap Map { get; } = map;

    public KindDefinition Kind => File.Kind;

    /// <summary>The properties that every rule has. Set before the rest of the rule is read.</summary>
    public RuleHeader Header
    {
        get => field ?? throw new InvalidOperationException("Only a rule has a header.");
        init;
    }

    /// <summary>Whether the rule lacks a required value.</summary>
    public bool IsUnusable { get; private set; }

    /// <summary>Returns a required value. If it is null, the rule is left out.</summary>
    public T Needed<T>(T? value)
        where T : class
    {
        IsUnusable |= value is null;
        return value!;
    }

    /// <summary>
    /// The text if it is one of <paramref name="known"/>; otherwise null, with a finding unless the text is null.
    /// </summary>
    public static string? Id(YamlText? text, LocalizedText what, IEnumerable<string> known)
    {
        if (text is null) return null;
        var ids = known.ToArray();
        if (ids.Contains(text.Value)) return text.Value;
        text.Report(RuleMessages.UnknownId(text.Location, what, text.Value, ids));
        return null;
    }

    public ImmutableArray<string> Ids(string key, LocalizedText what, IEnumerable<string> known)
    {
        var ids = known.ToArray();
        return [.. Map.Scalars(key).Select(t => Id(t, what, ids)).OfType<string>()];
    }

    public string? Table() => Id(Map.Scalar("table"), new("表格", "table"), Kind.Tables.Select(t => t.Form.Id));

    /// <summary>The rows of the rule's table.</summary>
    public ImmutableArray<string> Rows() => Ids("rows", new("行", "row"), Form?.Rows.Select(r => r.Id) ?? []);

    /// <summary>The columns of the rule's table.</summary>
    public ImmutableArray<string> Columns() =>
        Ids("columns", new("列", "column"), Form?.Parts.SelectMany(p => p.Columns).Select(c => c.Id).Distinct() ?? []);

    public string? Field(YamlText? text) => Id(text, new("封面项目", "field"), Kind.Fields.Select(f => f.Id));

    public ImmutableArray<Statement> Statements(string key = "statements") =>
        [.. Ids(key, new("陈述", "statement"), File.Vocabulary.Statements.Keys).Select(id => File.Vocabulary.Statements[id])];

    /// <summary>The ids of levels of prose.</summary>
    public ImmutableArray<string> Levels(string key) => Ids(key, new("层级", "level"),
        Kind.Sheets.OfType<ProseSheet>().SelectMany(s => s.Levels).Select(l => l.Id).Distinct());

    /// <summary>The maps of a key, each read completely.</summary>
    public ImmutableArray<T> Maps<T>(string key, Func<RuleEntry, T> read) => [.. Map.Maps(key).Select(m => Read(m, read))];

    /// <summary>The map of a key, read completely; null if the key is missing.</summary>
    public T? Inner<T>(string key, Func<RuleEntry, T?> read)
        where T : class => Map.Map(key) is { } map ? Read(map, read) : null;

    /// <summary>The patterns of a key, compiled.</summary>
    public ImmutableArray<ProsePattern> Patterns(string key = "patterns", TextView view = TextView.Masked) =>
        [.. Map.Scalars(key).Select(t => Pattern(t, view)).OfType<ProsePattern>()];

    /// <summary>The pattern of a key, compiled; null if the key is missing.</summary>
    public ProsePattern? Pattern(string key, TextView view = TextView.Masked) =>
        Map.Scalar(key) is { } text ? Pattern(text, view) : null;

    /// <summary>Patterns, each of which must have a group for the numbers compared: <c>(?&lt;n&gt;#)</c>.</summary>
    public ImmutableArray<ProsePattern> NumberPatterns(params string[] groups)
    {
        var patterns = ImmutableArray.CreateBuilder<ProsePattern>();
        foreach (var text in Map.Scalars("patterns"))
        {
            if (Pattern(text, TextView.Masked) is not { } pattern) continue;
            foreach (var group in groups.Where(g => !pattern.Regex.ToString().Contains($"(?<{g}>#)", StringComparison.Ordinal)))
                text.Report(RuleMessages.NoNumber(text.Location, group));
            patterns.Add(pattern);
        }

        return patterns.ToImmutable();
    }

    private TableForm? Form => Map.Scalar("table") is { } table ? Kind.Table(table.Value)?.Form : null;

    private ProsePattern? Pattern(YamlText text, TextView view)
    {
        try
        {
            return ProsePattern.Compile(File.Expand(text), view);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            text.Report(RuleMessages.BadPattern(text.Location, e.Message));
            return null;
        }
    }

    private T Read<T>(YamlMap map, Func<RuleEntry, T> read)
    {
        var value = read(new RuleEntry(File, map));
        map.Done();
        return value;
    }
}
