using System.Collections.Immutable;
using System.Globalization;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Tests.Examples.Values;

/// <summary>
/// Reads figures: for each row, by name or id, a list in the order of the columns (with its totals, which are then written
/// as typed, or without), one number where there is one column, or columns by name. <c>"*"</c> stands for all figures
/// that are not named.
/// </summary>
internal static class TableValues
{
    private const string AllOthers = "*";

    /// <summary>Reads the figures of a sheet: the rows of its table, or tables by name where it has several.</summary>
    public static void Read(YamlNode node, TableSheet sheet, KindDefinition kind,
        ImmutableDictionary<FigureKey, decimal>.Builder figures) =>
        Read(node, sheet.Name, sheet.TableIds, kind, figures);

    /// <summary>Reads the figures of some tables.</summary>
    public static void Read(
        YamlNode node, string name, ImmutableArray<string> tables, KindDefinition kind,
        ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        if (node is not YamlMap map)
        {
            node.Report(ValuesMessages.NotRows(node.Location, name));
            return;
        }

        foreach (var form in tables.Select(id => kind.Table(id)!.Form))
        {
            var rows = tables.Length == 1 ? map : ValuesFile.Under(map, form.Name, form.Id);
            if (rows is YamlMap named) ReadTable(named, form, figures);
            else rows?.Report(ValuesMessages.NotRows(rows.Location, form.Name));
        }

        map.Done();
    }

    /// <summary>Reads a number as YAML writes it.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out number);

    private static void ReadTable(YamlMap map, TableForm form, ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        var others = map.Decimal(AllOthers);
        foreach (var part in form.Parts)
        {
            foreach (var row in part.Rows)
            {
                if (ValuesFile.Under(map, row.Name, row.Id) is { } node) ReadRow(node, form, part, row, figures);
                if (others is { } value) FillUp(value, form, part, row, figures);
            }
        }

        map.Done();
    }

    private static void FillUp(
        decimal value, TableForm form, TablePart part, FormLine row, ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        foreach (var column in part.Columns.Where(c => !c.IsTotal && !row.IsTotal))
            figures.TryAdd(new FigureKey(form.Id, row.Id, column.Id), value);
    }

    private static void ReadRow(
        YamlNode node, TableForm form, TablePart part, FormLine row, ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var column in part.Columns)
                    Add(ValuesFile.Under(map, column.Name, column.Id), form, row, column, figures);
                map.Done();
                break;
            case YamlList list:
                ReadList(list, list.Items, form, part, row, figures);
                break;
            default:
                ReadList(node, [node], form, part, row, figures);
                break;
        }
    }

    private static void ReadList(
        YamlNode place, ImmutableArray<YamlNode> items, TableForm form, TablePart part, FormLine row,
        ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        var inputs = part.Columns.Where(c => !c.IsTotal).ToImmutableArray();
        var columns = items.Length == part.Columns.Length ? part.Columns : inputs;
        if (items.Length != columns.Length)
        {
            place.Report(ValuesMessages.WrongCount(place.Location, row.Name, items.Length, inputs.Length, part.Columns.Length));
            return;
        }

        for (var i = 0; i < items.Length; i++) Add(items[i], form, row, columns[i], figures);
    }

    private static void Add(
        YamlNode? node, TableForm form, FormLine row, FormLine column, ImmutableDictionary<FigureKey, decimal>.Builder figures)
    {
        if (node is YamlText text && TryNumber(text.Value, out var number))
            figures[new FigureKey(form.Id, row.Id, column.Id)] = number;
        else if (node is not (null or YamlText { IsNull: true }))
            node.Report(ValuesMessages.NoNumber(node.Location, row.Name, column.Name));
    }
}
