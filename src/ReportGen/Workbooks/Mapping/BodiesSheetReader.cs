using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reads the figures of all bodies in a total: a row for each figure, a column for each body.</summary>
internal sealed class BodiesSheetReader(SheetLabels labels, BodiesSheet definition, KindDefinition kind, FindingList findings)
{
    /// <summary>The bodies from left to right; empty, with a finding, if the headings are missing.</summary>
    public ImmutableArray<BodyFigures> Read()
    {
        var columns = definition.Columns;
        string[] wanted = [columns.Table, columns.Row, columns.Column];
        var lines = labels.Sheet.Cells.GroupBy(c => c.Address.Row).ToList();
        var heading = lines.Find(l => wanted.All(w => Find(l, w) is not null));
        if (heading is null)
        {
            findings.Add(SheetMessages.BodiesHeadings(wanted, labels.Location));
            return [];
        }

        var at = wanted.Select(w => Find(heading, w)!.Address.Column).ToArray();
        string[] own = [.. wanted, columns.Sum, columns.Difference];
        var bodies = heading.Where(
            c => c.Address.Column > at.Max() && c.Text.Trim().Length > 0 && !own.Any(o => IsSame(o, c.Text))).ToList();
        var places = Places(lines.Where(l => l.Key > heading.Key), at);
        return [
            .. bodies.Select(
                b => new BodyFigures(b.Text.Trim(), [.. Forms().Select(f => TableOf(f, b.Address.Column, places))]))];
    }

    private static RawCell? Find(IEnumerable<RawCell> line, string label) => line.FirstOrDefault(c => IsSame(label, c.Text));

    private static bool IsSame(string label, string text) => LabelText.Key(label) == LabelText.Key(text);

    private IEnumerable<TableForm> Forms() => kind.TablesOf(definition.TableIds).Select(t => t.Form);

    private Dictionary<FigureKey, int> Places(IEnumerable<IGrouping<int, RawCell>> lines, int[] at)
    {
        var places = new Dictionary<FigureKey, int>();
        foreach (var line in lines)
        {
            var texts = at.Select(c => labels.Sheet[new CellAddress(line.Key, c)].Text.Trim()).ToArray();
            if (texts.All(t => t.Length == 0)) continue;
            if (KeyOf(texts) is { } key) places.TryAdd(key, line.Key);
            else findings.Add(SheetMessages.UnknownFigure(string.Join('·', texts), labels.At(new CellAddress(line.Key, at[0]))));
        }

        return places;
    }

    private FigureKey? KeyOf(string[] texts)
    {
        var form = Forms().FirstOrDefault(f => IsSame(f.Name, texts[0]) || f.Id == texts[0]);
        var part = form?.Parts.FirstOrDefault(p => LineOf(p.Rows, texts[1]) is not null);
        return part is not null && LineOf(part.Columns, texts[2]) is { } column
            ? new FigureKey(form!.Id, LineOf(part.Rows, texts[1])!.Id, column.Id) : null;
    }

    private static FormLine? LineOf(ImmutableArray<FormLine> lines, string text) =>
        lines.FirstOrDefault(l => IsSame(l.Name, text))
            ?? lines.FirstOrDefault(l => l.Id == text || (l.Labels is [.., var last] && IsSame(last, text)));

    private Table TableOf(TableForm form, int column, Dictionary<FigureKey, int> places) => new()
    {
        Form = form,
        Cells = [.. form.FigurePositions.Select(f => CellOf(form, f.Row, f.Column, column, places))],
        Location = labels.Location,
    };

    private Cell CellOf(TableForm form, FormLine row, FormLine line, int column, Dictionary<FigureKey, int> places)
    {
        if (!places.TryGetValue(new FigureKey(form.Id, row.Id, line.Id), out var at))
            return new Cell { Row = row, Column = line };
        var cell = labels.Sheet[new CellAddress(at, column)];
        var (number, fault) = FigureCellReader.Read(cell);
        if (fault is not (FigureFault.None or FigureFault.Empty))
            findings.Add(TableMessages.Unusable(form, row, line, cell, fault, labels.At(cell.Address)));
        return new Cell { Row = row, Column = line, Number = number, Location = labels.At(cell.Address) };
    }
}
