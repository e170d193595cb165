using System.Collections.Immutable;
using ReportGen.Definitions;
using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Workbooks.Values;

/// <summary>Reads what every body adds to a total: bodies by name, with their tables as on a sheet of several tables.</summary>
internal static class BodyValues
{
    /// <summary>The bodies in the order of the file; totals are worked out.</summary>
    public static ImmutableArray<BodyFigures> Read(YamlNode node, BodiesSheet sheet, KindDefinition kind)
    {
        if (node is YamlMap map) return [.. map.Entries.Select(e => new BodyFigures(e.Key.Value, Tables(map.Node(e.Key.Value) ?? e.Key, sheet, kind)))];
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
        Cells = [.. form.Parts.SelectMany(p => p.Rows.SelectMany(r => p.Columns.Select(c => new Cell { Row = r, Column = c, Number = NumberOf(form, p, r, c, figures) })))],
    };

    private static decimal? NumberOf(TableForm form, TablePart part, LineForm row, LineForm column, IReadOnlyDictionary<FigureKey, decimal> figures)
    {
        if (figures.TryGetValue(new FigureKey(form.Id, row.Id, column.Id), out var number)) return number;
        if (column.IsTotal) return Sum(column.SumOf.Select(id => NumberOf(form, part, row, part.Columns.First(c => c.Id == id), figures)));
        return row.IsTotal ? Sum(row.SumOf.Select(id => NumberOf(form, part, form.Rows.First(r => r.Id == id), column, figures))) : null;
    }

    private static decimal? Sum(IEnumerable<decimal?> numbers) => numbers.Aggregate((decimal?)0, (sum, number) => sum + number);
}
