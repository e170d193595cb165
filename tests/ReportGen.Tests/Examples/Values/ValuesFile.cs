using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Workbooks.Values;

namespace ReportGen.Tests.Examples.Values;

/// <summary>
/// Reads the content of a workbook from a YAML file: for every sheet, by its name or id, its lines, blocks or figures.
/// So a workbook can be made from another system's data, or kept readable under version control.
/// </summary>
internal static class ValuesFile
{
    private const string EditionKey = "edition", CellsKey = "cells";

    /// <summary>Reads a file.</summary>
    /// <param name="file">The path.</param>
    /// <param name="editions">
    /// The editions of the kind, oldest first, at least one. The file's <c>edition</c> chooses, else its year, else the newest is
    /// taken.
    /// </param>
    /// <returns>The edition with the values; null, with every mistake, when there is one.</returns>
    public static Outcome<EditionValues> Read(string file, ImmutableArray<KindDefinition> editions)
    {
        var findings = new List<Diagnostic>();
        var map = YamlReader.ReadFile(file, findings);
        var kind = map is null ? null : Choose(map, editions);
        var values = kind is null ? null : Read(map!, kind);
        map?.Done();
        var failed = values is null || findings.Any(f => f.Severity == Severity.Error);
        return new(failed ? null : new EditionValues(kind!, values!), [.. findings]);
    }

    private static KindDefinition? Choose(YamlMap map, ImmutableArray<KindDefinition> editions)
    {
        if (map.Scalar(EditionKey) is { } named)
        {
            if (editions.FirstOrDefault(e => e.Edition == named.Value) is { } edition) return edition;
            named.Report(ValuesMessages.UnknownEdition(named, editions.Select(e => e.Edition)));
            return null;
        }

        var year = editions.Select(e => YearOf(map, e)).FirstOrDefault(y => y is not null);
        return editions.FirstOrDefault(e => year is { } y && e.IsFor(y)) ?? editions[^1];
    }

    private static int? YearOf(YamlMap map, KindDefinition kind)
    {
        var field = kind.Fields.FirstOrDefault(f => f.Id == kind.YearField);
        var cover = kind.Sheets.OfType<CoverSheet>().Select(s => Under(map, s.Name, s.Id) as YamlMap)
            .FirstOrDefault(m => m is not null);
        var text = field is null || cover is null ? null : Under(cover, field.Name, field.Id) as YamlText;
        return int.TryParse(text?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }

    private static WorkbookValues Read(YamlMap map, KindDefinition kind)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var prose = ImmutableDictionary.CreateBuilder<string, ImmutableArray<BlockValue>>();
        var figures = ImmutableDictionary.CreateBuilder<FigureKey, decimal>();
        var previous = ImmutableDictionary.CreateBuilder<FigureKey, decimal>();
        ImmutableArray<BodyFigures> bodies = [];
        foreach (var sheet in kind.Sheets)
        {
            var node = Under(map, sheet.Name, sheet.Id);
            if (node is null) continue;
            switch (sheet)
            {
                case CoverSheet cover: ReadFields(node, cover, fields); break;
                case ProseSheet text: prose[text.Id] = ReadBlocks(node, text); break;
                case TableSheet tables: TableValues.Read(node, tables, kind, tables.IsPrevious ? previous : figures); break;
                case BodiesSheet parts: bodies = BodyValues.Read(node, parts, kind); break;
                default: node.Report(ValuesMessages.NothingToFill(node.Location, sheet.Name)); break;
            }
        }

        return new WorkbookValues
        {
            Fields = fields.ToImmutable(),
            Prose = prose.ToImmutable(),
            Figures = figures.ToImmutable(),
            Previous = previous.ToImmutable(),
            Bodies = bodies,
            Overrides = ReadCells(map, kind),
        };
    }

    private static void ReadFields(YamlNode node, CoverSheet sheet, ImmutableDictionary<string, string>.Builder fields)
    {
        if (node is not YamlMap map)
        {
            node.Report(ValuesMessages.NotLines(node.Location, sheet.Name));
            return;
        }

        foreach (var field in sheet.Fields)
        {
            if (Under(map, field.Name, field.Id) is YamlText text) fields[field.Id] = text.Value;
        }

        map.Done();
    }

    private static ImmutableArray<BlockValue> ReadBlocks(YamlNode node, ProseSheet sheet)
    {
        if (node is not YamlList list)
        {
            node.Report(ValuesMessages.NotBlocks(node.Location, sheet.Name));
            return [];
        }

        return [.. list.Items.Select(item => ReadBlock(item, sheet)).OfType<BlockValue>()];
    }

    private static BlockValue? ReadBlock(YamlNode node, ProseSheet sheet)
    {
        if (node is not YamlMap { Entries: [(var key, YamlText text)] })
        {
            node.Report(ValuesMessages.NotBlocks(node.Location, sheet.Name));
            return null;
        }

        if (sheet.Levels.FirstOrDefault(l => l.Name == key.Value || l.Id == key.Value) is { } level)
            return new BlockValue(level.Id, text.Value.TrimEnd('\n'));
        key.Report(ValuesMessages.UnknownLevel(key, sheet.Levels.Select(l => l.Name)));
        return null;
    }

    private static ImmutableArray<CellValue> ReadCells(YamlMap map, KindDefinition kind)
    {
        var cells = ImmutableArray.CreateBuilder<CellValue>();
        foreach (var (key, node) in map.Map(CellsKey)?.Entries ?? [])
        {
            var at = key.Value.LastIndexOf('!');
            var sheet = at < 0 ? null : kind.Sheets.FirstOrDefault(s => s.Name == key.Value[..at]);
            if (sheet is null || !CellAddress.TryParse(key.Value.AsSpan(at + 1), out var address) || node is not YamlText text)
            {
                key.Report(ValuesMessages.NoSuchCell(key));
            }
            else
            {
                cells.Add(text.IsPlain && TableValues.TryNumber(text.Value, out var number)
                    ? new CellValue(sheet.Name, address, number, null)
                    : new CellValue(sheet.Name, address, null, text.IsNull ? null : text.Value));
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>The value of a key that may be a name or an id.</summary>
    public static YamlNode? Under(YamlMap map, string name, string id) => map.Node(name) ?? map.Node(id);
}

/// <summary>An edition, and what to fill its workbook with.</summary>
/// <param name="Kind">The edition.</param>
/// <param name="Values">The values.</param>
internal sealed record EditionValues(KindDefinition Kind, WorkbookValues Values);
