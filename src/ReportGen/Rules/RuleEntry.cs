using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;
using ReportGen.Rules.Text;

namespace ReportGen.Rules;

/// <summary>
/// A map of a rule file while it is read: the entry of a rule, or a map in it. Each getter verifies what it reads, reports
/// what is wrong at its place, and gives a harmless value instead.
/// </summary>
internal sealed class RuleEntry(RuleFile file, YamlMap map)
{
    public RuleFile File { get; } = file;

    public YamlMap Map { get; } = map;

    public KindDefinition Kind => File.Kind;

    /// <summary>What every rule has; read before the rest of its entry.</summary>
    public RuleHeader Header
    {
        get => field ?? throw new InvalidOperationException("Only the entry of a rule has a header.");
        init;
    }

    /// <summary>Whether the rule lacks something that it cannot run without.</summary>
    public bool IsUnusable { get; private set; }

    /// <summary>What a rule cannot run without: where it is missing, the rule is left out.</summary>
    public T Needed<T>(T? value)
        where T : class
    {
        IsUnusable |= value is null;
        return value!;
    }

    /// <summary>The id at a key when it is one of <paramref name="known"/>; a finding when it is not.</summary>
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

    /// <summary>The rows of the entry's table.</summary>
    public ImmutableArray<string> Rows() => Ids("rows", new("行", "row"), Form?.Rows.Select(r => r.Id) ?? []);

    /// <summary>The columns of the entry's table.</summary>
    public ImmutableArray<string> Columns() =>
        Ids("columns", new("列", "column"), Form?.Parts.SelectMany(p => p.Columns).Select(c => c.Id).Distinct() ?? []);

    public string? Field(YamlText? text) => Id(text, new("封面项目", "field"), Kind.Fields.Select(f => f.Id));

    public ImmutableArray<Statement> Statements(string key = "statements") =>
        [.. Ids(key, new("陈述", "statement"), File.Vocabulary.Statements.Keys).Select(id => File.Vocabulary.Statements[id])];

    /// <summary>The ids of levels of prose.</summary>
    public ImmutableArray<string> Levels(string key) => Ids(key, new("层级", "level"),
        Kind.Sheets.OfType<ProseSheet>().SelectMany(s => s.Levels).Select(l => l.Id).Distinct());

    /// <summary>The maps of a key, each read to its end.</summary>
    public ImmutableArray<T> Maps<T>(string key, Func<RuleEntry, T> read) => [.. Map.Maps(key).Select(m => Read(m, read))];

    /// <summary>The map of a key, read to its end; null when the key is missing.</summary>
    public T? Inner<T>(string key, Func<RuleEntry, T?> read)
        where T : class => Map.Map(key) is { } map ? Read(map, read) : null;

    /// <summary>The patterns of a key, compiled.</summary>
    public ImmutableArray<ProsePattern> Patterns(string key = "patterns", TextView view = TextView.Masked) =>
        [.. Map.Scalars(key).Select(t => Pattern(t, view)).OfType<ProsePattern>()];

    /// <summary>The pattern of a key, compiled; null when the key is missing.</summary>
    public ProsePattern? Pattern(string key, TextView view = TextView.Masked) =>
        Map.Scalar(key) is { } text ? Pattern(text, view) : null;

    /// <summary>Patterns each of which must name the numbers that count: <c>(?&lt;n&gt;#)</c>.</summary>
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
