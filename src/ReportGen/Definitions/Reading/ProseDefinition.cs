using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>The column headings and levels that all prose sheets of a kind share.</summary>
internal sealed record ProseDefinition(
    string LevelColumn, string TextColumn, ImmutableArray<LevelDefinition> Levels, NameSet LevelIds)
{
    public static ProseDefinition? Read(YamlMap? map)
    {
        if (map is null) return null;
        var (ids, names) = (new NameSet(DefinitionMessages.Level), new NameSet(DefinitionMessages.Level));
        map.Required("levels");
        var levels = map.Maps("levels").Select(l => ReadLevel(l, ids, names)).ToImmutableArray();
        var prose = new ProseDefinition(map.Text("level-column"), map.Text("text-column"), levels, ids);
        map.Done();
        return prose;
    }

    /// <summary>The blocks of an entry such as <c>- heading: 文字</c>: one for each key.</summary>
    public IEnumerable<(string Level, string Text)> ReadBlock(YamlMap map)
    {
        foreach (var (key, _) in map.Entries)
        {
            LevelIds.Check(key);
            yield return (key.Value, map.OptionalText(key.Value) ?? "");
        }
    }

    private static LevelDefinition ReadLevel(YamlMap map, NameSet ids, NameSet names)
    {
        ids.AddId(map.RequiredScalar("id"));
        names.Add(map.RequiredScalar("name"));
        map.Done();
        return new LevelDefinition(map.Text("id"), map.Text("name"));
    }
}
