using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Tests.Examples.Values;

/// <summary>Reads what every body adds to a total: bodies by name, with their tables as on a sheet of several tables.</summary>
internal static class BodyValues
{
    /// <summary>The bodies in the order of the file; totals are worked out.</summary>
    public static ImmutableArray<BodyFigures> Read(YamlNode node, BodiesSheet sheet, KindDefinition kind)
    {
        if (node is YamlMap map)
        {
            return [
                .. map.Entries.Select(e => new BodyFigures(e.Key.Value, Tables(map.Node(e.Key.Value) ?? e.Key, sheet, kind)))];
        }

        node.Report(ValuesMessages.NotRows(node.Location, sheet.Name));
        return [];
    }

    private static ImmutableArray<Table> Tables(YamlNode node, BodiesSheet sheet, KindDefinition kind)
    {
        var figures = ImmutableDictionary.CreateBuilder<FigureKey, decimal>();
        TableValues.Read(node, sheet.Name, sheet.TableIds, kind, figures);
        return [.. sheet.TableIds.Select(id => TableOf(kind.Table(id)!.Form, figures))];
    }

    private static Table TableOf(TableForm form, IReadOnlyDictionary<FigureKey, decimal> figures) => new()
    {
        Form = form,
        Cells = [.. form.FigurePositions.Select(f =>
            new Cell { Row = f.Row, Column = f.Column, Number = NumberOf(form, f.Row, f.Column, figures) })],
    };

    private static decimal? NumberOf(
        TableForm form, FormLine row, FormLine column, IReadOnlyDictionary<FigureKey, decimal> figures)
    {
        if (figures.TryGetValue(new FigureKey(form.Id, row.Id, column.Id), out var number)) return number;
        if (!row.IsTotal && !column.IsTotal) return null;
        return form.AddendsOf(row, column).Aggregate((decimal?)0, (sum, a) => sum + NumberOf(form, a.Row, a.Column, figures));
    }
}
