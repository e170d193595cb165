using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions.Reading;

/// <summary>Reads the definition of a table: its parts with rows and columns, its widths, the synonyms of its labels.</summary>
internal static class TableDefinitionReader
{
    private const int MaxWidth = 64;

    private static readonly Dictionary<string, PartDirection> s_directions = new()
    {
        ["down"] = PartDirection.Down, ["across"] = PartDirection.Across,
    };

    public static TableDefinition Read(YamlMap map)
    {
        var rowNames = new LineNames();
        var read = (map.Has("parts") ? map.Maps("parts") : [map]).Select(p => ReadPart(p, rowNames, p != map)).ToArray();
        var form = new TableForm
        {
            Id = map.Text("id"),
            Name = map.Text("name"),
            Title = map.Text("title"),
            Number = NumberFormatReader.Read(map) ?? NumberFormat.Count,
            Parts = [.. read.Select(r => r.Part)],
            Groups = [.. read.SelectMany(r => r.RowGroups)],
            ColumnGroups = [.. read.SelectMany(r => r.ColumnGroups).DistinctBy(g => g.Id)],
            Widths = Widths(map, [.. read.Select(r => r.Part)]),
        };
        var synonyms = Synonyms(map, form);
        map.Done();
        return new TableDefinition { Form = form, Synonyms = synonyms };
    }

    private static ReadPartResult ReadPart(YamlMap map, LineNames rowNames, bool isNested)
    {
        var columns = LineReader.Read(map, "columns", new LineNames());
        var rows = LineReader.Read(map, "rows", rowNames);
        var part = new TablePart
        {
            Caption = map.OptionalText("caption"),
            Corner = map.OptionalText("corner") ?? "",
            Direction = map.Choice("direction", s_directions, PartDirection.Down),
            Columns = columns.Lines,
            Rows = rows.Lines,
        };
        if (isNested) map.Done();
        return new(part, rows.Groups, columns.Groups);
    }

    private static ImmutableArray<int> Widths(YamlMap map, ImmutableArray<TablePart> parts)
    {
        var needed = parts.Where(p => !p.Rows.IsEmpty).Select(NeededWidth).DefaultIfEmpty(0).Max();
        var texts = map.Scalars("widths");
        if (texts.IsEmpty) return [.. Enumerable.Repeat(1, needed)];
        if (texts.Length != needed || texts.Length > MaxWidth)
            map.ReportAt("widths", at => DefinitionMessages.WidthMismatch(at, texts.Length, needed, MaxWidth));
        return [.. texts.Select(Width)];
    }

    private static int NeededWidth(TablePart part) => part.Direction == PartDirection.Across
        ? part.Rows.Length * part.Columns.Length : TableGrid.LabelColumns(part) + part.Columns.Length;

    private static int Width(YamlText text)
    {
        if (int.TryParse(text.Value, out var width) && width is > 0 and <= 100_000) return width;
        text.Report(DefinitionMessages.InvalidWidth(text));
        return 1;
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Synonyms(YamlMap map, TableForm form)
    {
        var result = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        if (map.Map("synonyms") is not { } synonyms) return result;
        var labels = Labels(form);
        var variants = new NameSet(DefinitionMessages.Label);
        foreach (var (key, _) in synonyms.Entries)
        {
            if (!labels.Contains(key.Value))
                key.Report(DefinitionMessages.Unknown(key.Location, DefinitionMessages.Label, key.Value, labels));
            foreach (var variant in synonyms.Scalars(key.Value))
            {
                variants.Add(variant);
                if (labels.Contains(variant.Value)) variant.Report(DefinitionMessages.SynonymIsLabel(variant));
            }

            result = result.Add(key.Value, synonyms.Texts(key.Value));
        }

        return result;
    }

    private static HashSet<string> Labels(TableForm form) =>
    [
        .. form.Parts.SelectMany(p => p.Rows.Concat(p.Columns).SelectMany(l => l.Labels).Append(p.Corner).Append(p.Caption ?? ""))
            .Where(l => l.Length > 0),
    ];

    private sealed record ReadPartResult(
        TablePart Part, ImmutableArray<FormLine> RowGroups, ImmutableArray<FormLine> ColumnGroups);
}
