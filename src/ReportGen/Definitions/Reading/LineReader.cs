using ReportGen.Definitions.Yaml;
using ReportGen.Model;

namespace ReportGen.Definitions.Reading;

/// <summary>Reads the rows or the columns of a part: lines, and groups of lines that share a label.</summary>
internal sealed class LineReader
{
    private readonly List<(FormLine Line, YamlMap Map)> _lines = [];
    private readonly List<FormLine> _groups = [];

    private LineReader()
    {
    }

    /// <summary>Reads a list of lines; <paramref name="names"/> are those of all rows, or all columns, of the table.</summary>
    public static (ImmutableArray<FormLine> Lines, ImmutableArray<FormLine> Groups) Read(
        YamlMap owner, string key, LineNames names)
    {
        var reader = new LineReader();
        if (owner.Required(key)) reader.Add(owner.Maps(key), [], names);
        if (owner.Has(key) && reader._lines.Count == 0) owner.ReportAt(key, at => DefinitionMessages.EmptyList(at, key));
        reader.CheckLabels();
        return (reader.WithSums(), [.. reader._groups]);
    }

    private void Add(ImmutableArray<YamlMap> maps, ImmutableArray<string> labels, LineNames names)
    {
        foreach (var map in maps)
        {
            if (map.Has("group")) AddGroup(map, labels, names);
            else AddLine(map, labels, names);
            map.Done();
        }
    }

    private void AddGroup(YamlMap map, ImmutableArray<string> labels, LineNames names)
    {
        var first = _lines.Count;
        var path = labels.Add(map.Text("group"));
        if (map.Required("items")) Add(map.Maps("items"), path, names);
        if (_lines.Count == first) return;
        if (!map.Has("id") && !map.Has("name")) return;
        var name = map.Text("name");
        names.Declare(map, name);
        _groups.Add(new FormLine
        {
            Id = map.Text("id"), Name = name, Labels = path, SumOf = [.. _lines[first..].Select(l => l.Line.Id)],
        });
    }

    private void AddLine(YamlMap map, ImmutableArray<string> labels, LineNames names)
    {
        var label = map.Has("name") ? map.OptionalText("label") : map.Text("label");
        var name = map.OptionalText("name") ?? label ?? "";
        names.Declare(map, name);
        _lines.Add((new FormLine
        {
            Id = map.Text("id"),
            Name = name,
            Labels = labels.Add(label ?? name),
            Number = NumberFormatReader.Read(map),
        }, map));
        _ = map.Node("sum");
    }

    private void CheckLabels()
    {
        foreach (var twins in _lines.GroupBy(l => string.Join('\n', l.Line.Labels)).Where(g => g.Key.Length > 0))
        {
            foreach (var (line, map) in twins.Skip(1))
                map.Report(DefinitionMessages.SameLabel(map.Location, string.Join(" / ", line.Labels), twins.First().Line.Id));
        }
    }

    private ImmutableArray<FormLine> WithSums()
    {
        var sums = _lines.Select(l => SumOf(l.Map, l.Line.Id)).ToArray();
        var cycle = SumCycle.Find([.. _lines.Zip(sums, (l, s) => (l.Line.Id, s))]);
        if (_lines.FirstOrDefault(l => l.Line.Id == cycle) is { Map: { } map } line)
            map.ReportAt("sum", at => DefinitionMessages.CyclicSum(at, line.Line.Id));
        return [.. _lines.Zip(sums, (l, s) => l.Line with { SumOf = s })];
    }

    private ImmutableArray<string> SumOf(YamlMap map, string id)
    {
        var addends = map.Scalars("sum").SelectMany(Addends).ToImmutableArray();
        if (addends.Distinct().Count() < addends.Length) map.ReportAt("sum", at => DefinitionMessages.AddedTwice(at, id));
        return addends;
    }

    /// <summary>One id, or for <c>a..b</c> all ids from <c>a</c> to <c>b</c> in line order.</summary>
    private IEnumerable<string> Addends(YamlText text)
    {
        var ends = text.Value.Split("..", 2);
        var order = _lines.Select(l => l.Line.Id).ToList();
        var (from, to) = (order.IndexOf(ends[0]), order.IndexOf(ends[^1]));
        if (from >= 0 && to >= from) return order[from..(to + 1)];
        var unknown = from < 0 ? ends[0] : ends[^1];
        text.Report(from < 0 || to < 0
            ? DefinitionMessages.Unknown(text.Location, DefinitionMessages.Line, unknown, order)
            : DefinitionMessages.RangeBackwards(text));
        return [];
    }
}
