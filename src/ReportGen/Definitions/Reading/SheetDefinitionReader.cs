using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Reading;

/// <summary>Reads the definitions of the sheets.</summary>
internal sealed class SheetDefinitionReader
{
    private static readonly Dictionary<string, FieldType> s_fieldTypes = new()
    {
        ["text"] = FieldType.Text, ["year"] = FieldType.Year, ["date"] = FieldType.Date, ["choice"] = FieldType.Choice,
    };

    private readonly NameSet _tableIds;
    private readonly NameSet _names = new(DefinitionMessages.SheetName);
    private readonly NameSet _fieldNames = new(DefinitionMessages.Name);
    private readonly ProseDefinition? _prose;

    public SheetDefinitionReader(YamlMap? prose, NameSet tableIds) =>
        (_prose, _tableIds) = (ProseDefinition.Read(prose), tableIds);

    public NameSet SheetIds { get; } = new(DefinitionMessages.Sheet);

    public NameSet FieldIds { get; } = new(DefinitionMessages.Field);

    /// <summary>The texts of all skeletons, which may contain references to figures.</summary>
    public List<YamlText> Skeletons { get; } = [];

    public ImmutableArray<SheetDefinition> Read(ImmutableArray<YamlMap> maps) => [.. maps.Select(Read).OfType<SheetDefinition>()];

    private SheetDefinition? Read(YamlMap map)
    {
        SheetIds.AddId(map.RequiredScalar("id"));
        if (map.Required("type")) _names.Add(map.RequiredScalar("name"));
        foreach (var synonym in map.Scalars("synonyms")) _names.Add(synonym);
        var sheet = map.Choice<Func<YamlMap, SheetDefinition?>?>("type", Types, null)?.Invoke(map);
        if (sheet is null) return null;
        sheet = sheet with
        {
            Synonyms = map.Texts("synonyms"),
            IsRequired = map.Flag("required", sheet is not (NotesSheet or BodiesSheet)),
            Hint = map.Localized("hint"),
        };
        map.Done();
        return sheet;
    }

    private Dictionary<string, Func<YamlMap, SheetDefinition?>?> Types => new()
    {
        ["cover"] = Cover, ["prose"] = Prose, ["tables"] = Tables, ["bodies"] = Bodies, ["notes"] = Notes,
    };

    private CoverSheet Cover(YamlMap map)
    {
        if (map.Required("fields") && map.Maps("fields").IsEmpty)
            map.ReportAt("fields", at => DefinitionMessages.EmptyList(at, "fields"));
        return new CoverSheet { Id = map.Text("id"), Name = map.Text("name"),
            Fields = [.. map.Maps("fields").Select(ReadField)] };
    }

    private ProseSheet? Prose(YamlMap map)
    {
        if (_prose is null)
        {
            map.Report(DefinitionMessages.NoProse(map.Location));
            return null;
        }

        foreach (var level in map.Scalars("levels")) _prose.LevelIds.Check(level);
        var wanted = map.Texts("levels");
        Skeletons.AddRange(map.Maps("skeleton").SelectMany(m => m.Entries).Select(e => e.Value).OfType<YamlText>());
        return new ProseSheet
        {
            Id = map.Text("id"),
            Name = map.Text("name"),
            LevelColumn = _prose.LevelColumn,
            TextColumn = _prose.TextColumn,
            Levels = [.. _prose.Levels.Where(l => wanted.IsEmpty || wanted.Contains(l.Id))],
            Skeleton = [.. map.Maps("skeleton").SelectMany(_prose.ReadBlock)],
        };
    }

    private TableSheet Tables(YamlMap map)
    {
        map.Required("tables");
        foreach (var id in map.Scalars("tables")) _tableIds.Check(id);
        return new TableSheet
        {
            Id = map.Text("id"), Name = map.Text("name"), TableIds = map.Texts("tables"), IsPrevious = map.Flag("previous"),
        };
    }

    private BodiesSheet? Bodies(YamlMap map)
    {
        map.Required("tables");
        foreach (var id in map.Scalars("tables")) _tableIds.Check(id);
        if (!map.Required("columns") || map.Map("columns") is not { } columns) return null;
        var names = new NameSet(DefinitionMessages.Name);
        string Heading(string key)
        {
            if (columns.RequiredScalar(key) is { } heading) names.Add(heading);
            return columns.Text(key);
        }

        var headings = new BodiesColumns(Heading("table"), Heading("row"), Heading("column"), Heading("sum"),
            Heading("difference"));
        columns.Done();
        return new BodiesSheet { Id = map.Text("id"), Name = map.Text("name"), TableIds = map.Texts("tables"),
            Columns = headings };
    }

    private static NotesSheet Notes(YamlMap map) =>
        new() { Id = map.Text("id"), Name = map.Text("name"), Lines = map.Texts("lines") };

    private FieldDefinition ReadField(YamlMap map)
    {
        FieldIds.AddId(map.RequiredScalar("id"));
        var name = map.Text("name");
        _fieldNames.AddName(map.Scalar("name") ?? (YamlNode)map, name);
        foreach (var synonym in map.Scalars("synonyms")) _fieldNames.Add(synonym);
        var field = new FieldDefinition
        {
            Id = map.Text("id"),
            Name = name,
            Synonyms = map.Texts("synonyms"),
            Type = map.Choice("type", s_fieldTypes, FieldType.Text),
            Choices = map.Texts("choices"),
            IsRequired = map.Flag("required"),
            Default = map.OptionalText("default"),
            Total = map.OptionalText("total"),
            IsOffered = map.Flag("offered", true),
            IsKept = map.Flag("kept"),
            Hint = map.Localized("hint"),
        };
        CheckChoices(map, field);
        map.Done();
        return field;
    }

    private static void CheckChoices(YamlMap map, FieldDefinition field)
    {
        if (field.Type == FieldType.Choice) map.Required("choices");
        else if (map.Has("choices")) map.ReportAt("choices", DefinitionMessages.ChoicesWithoutChoiceType);
        var known = new NameSet(DefinitionMessages.ChoiceValue);
        foreach (var choice in map.Scalars("choices")) known.Add(choice);
        if (field.Type != FieldType.Choice || !map.Has("choices")) return;
        foreach (var key in new[] { "default", "total" })
            if (map.Scalar(key) is { } value) known.Check(value);
    }
}
