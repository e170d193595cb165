using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reports missing, duplicate and unknown labels of a located table.</summary>
internal sealed class LabelInspector(LocatedTable table, FindingList findings)
{
    private readonly HashSet<int> _knownRows = [.. table.Rows.Values.Select(l => l.Row)];

    private readonly HashSet<CellAddress> _taken = [.. table.Figures.Select(f => f.Cell.Address)];

    private RawSheet Sheet => table.Labels.Sheet;

    public void Inspect()
    {
        for (var part = 0; part < table.Form.Parts.Length; part++)
        {
            if (LocatedTable.IsDown(table.Form.Parts[part])) InspectDown(part);
            else InspectAcross(part);
        }
        foreach (var group in table.MissingGroups.Distinct())
            findings.Add(TableMessages.MissingGroup(table.Form, group, table.Labels.Location));
        ReportUnknownFigures();
        if (!findings.IsOfPrevious) InspectWordings();
    }

    /// <summary>Reports labels that use a synonym of the form's wording.</summary>
    private void InspectWordings()
    {
        var rows = table.Form.Rows.Where(r => table.Rows.ContainsKey(r.Id)).Select(r => (r.Labels[^1], table.Rows[r.Id]));
        var headings = table.Headings.Select(
            h => (table.Form.Parts[h.Key.Part].Columns.First(c => c.Id == h.Key.Column).Labels[^1], h.Value));
        foreach (var (label, cell) in rows.Concat(headings).DistinctBy(l => l.Item2.Cell.Address)
            .Where(l => IsOther(l.Item1, l.Item2.Cell.Text)))
        {
            findings.Add(TableMessages.OtherWording(table.Form, cell.Cell.Text, label, At(cell.Cell.Address)));
        }
    }

    private static bool IsOther(string label, string text) =>
        Array.TrueForAll(Enum.GetValues<LabelLooseness>(), l => LabelText.Key(label, l) != LabelText.Key(text, l));

    private void InspectDown(int index)
    {
        var part = table.Form.Parts[index];
        ReportMissingRows(part);
        ReportDuplicates(part);
        if (!part.Rows.Any(r => table.Rows.ContainsKey(r.Id))) return;
        foreach (var column in part.Columns.Where(c => !table.Headings.ContainsKey((index, "", c.Id))))
            findings.Add(TableMessages.MissingColumn(table.Form, column, Near(column.Labels[^1]), Above(part)));
    }

    private void InspectAcross(int index)
    {
        var part = table.Form.Parts[index];
        if (!table.AcrossRows.ContainsKey(index)) return;
        ReportStraysAcross(index);
        foreach (var row in part.Rows)
        {
            foreach (var column in part.Columns.Where(c => !table.Headings.ContainsKey((index, row.Id, c.Id))))
            {
                findings.Add(
                    TableMessages.MissingColumn(table.Form, Joined(row, column), null,
                        At(new CellAddress(table.AcrossRows[index], 1))));
            }
        }
    }

    private static FormLine Joined(FormLine row, FormLine column) =>
        column with { Labels = [string.Join(" › ", row.Labels.AddRange(column.Labels))] };

    private void ReportMissingRows(TablePart part)
    {
        var rows = part.Rows;
        for (var start = 0; start < rows.Length; start++)
        {
            if (table.Rows.ContainsKey(rows[start].Id)) continue;
            var end = start;
            while (end + 1 < rows.Length && !table.Rows.ContainsKey(rows[end + 1].Id)) end++;
            ReportMissingSpan([.. rows[start..(end + 1)]], start > 0 ? rows[start - 1] : null,
                end + 1 < rows.Length ? rows[end + 1] : null);
            start = end;
        }
    }

    private void ReportMissingSpan(List<FormLine> span, FormLine? before, FormLine? after)
    {
        var first = before is null ? null : table.Rows[before.Id];
        var next = after is null ? null : table.Rows[after.Id];
        var places = first is not null && next is not null && next.Row - first.Row - 1 == span.Count
            ? Enumerable.Range(first.Row + 1, span.Count).ToList() : [];
        _knownRows.UnionWith(places);
        if (places.Count == 0)
        {
            ReportUnplaced(span, first, next);
            return;
        }
        var column = Math.Max(first!.Column, next!.Column);
        var cells = places.Select(r => new CellAddress(r, column)).ToList();
        var text = Sheet[cells[0]].Text;
        var where = cells.Count == 1 ? $" {cells[0]} " : $" {cells[0]}:{cells[^1]} ";
        findings.Add(TableMessages.MissingRows(table.Form, span, text.Length == 0 ? null : text, where, $"at{where.TrimEnd()}",
            At(cells[0]), [.. cells.Skip(1).Select(At)]));
    }

    private void ReportUnplaced(List<FormLine> span, LabelCell? first, LabelCell? next)
    {
        var anchor = first ?? next;
        var near = span.Count == 1 ? table.Labels.Nearest(span[0].Labels[^1], l => !_knownRows.Contains(l.Row)) : null;
        if (near is not null) _knownRows.Add(near.Row);
        var (chinese, english) = anchor is null ? ("表中", "in the table")
            : anchor == first ? ($"“{anchor.Cell.Text}”之下", $"below “{anchor.Cell.Text}”")
            : ($"“{anchor.Cell.Text}”之上", $"above “{anchor.Cell.Text}”");
        SourceLocation at = near is not null
            ? At(near.Cell.Address)
            : anchor is null ? table.Labels.Location : At(anchor.Cell.Address);
        findings.Add(TableMessages.MissingRows(table.Form, span, near?.Cell.Text, chinese, english, at, []));
    }

    private void ReportDuplicates(TablePart part)
    {
        if (table.Rows.Count == 0) return;
        var (top, bottom) = (table.Rows.Values.Min(l => l.Row), table.Rows.Values.Max(l => l.Row));
        foreach (var row in part.Rows.Where(r => table.Rows.ContainsKey(r.Id)))
        {
            var own = table.Rows[row.Id];
            var others = table.Find(row.Labels[^1])
                .Where(c => c.Row >= top && c.Row <= bottom + 1 && c.Column <= own.Column && !_knownRows.Contains(c.Row));
            foreach (var other in others)
            {
                _knownRows.Add(other.Row);
                findings.Add(
                    TableMessages.DuplicateLabel(table.Form, row.Labels[^1], At(other.Cell.Address), At(own.Cell.Address)));
            }
        }
    }

    private void ReportUnknownFigures()
    {
        if (table.Rows.Count == 0 || table.Headings.Count == 0) return;
        var (top, bottom) = (table.Rows.Values.Min(l => l.Row), table.Rows.Values.Max(l => l.Row));
        var columns = table.Headings.Values.SelectMany(h => Enumerable.Range(h.Column, h.Range.Last.Column - h.Column + 1))
            .ToHashSet();
        var (left, right) = (columns.Min(), columns.Max());
        var located = table.Rows.Values.Select(l => l.Row).ToHashSet();
        var numbers = Sheet.Cells.Where(
            c => c.Address.Row >= top && c.Address.Row <= bottom && c.Address.Column >= left
                && FigureCellReader.Read(c).Number is not null);
        var strays = new List<RawCell>();
        foreach (var line in numbers.GroupBy(c => c.Address.Row))
        {
            if (located.Contains(line.Key)) strays.AddRange(line.Where(c => !_taken.Contains(c.Address)));
            else if (_knownRows.Contains(line.Key)) strays.AddRange(line.Where(c => !columns.Contains(c.Address.Column)));
            else if (line.Any(c => c.Address.Column <= right)) ReportUnknownRow(line, left);
        }
        ReportStrays(strays);
    }

    /// <summary>
    /// Reports figures beside the single row of figures of a part with rows across, or below it down to the next row with text,
    /// where another table or a note may begin.
    /// </summary>
    private void ReportStraysAcross(int index)
    {
        if (!table.AcrossRows.TryGetValue(index, out var row)) return;
        var left = table.Headings.Where(h => h.Key.Part == index).Min(h => h.Value.Column);
        var below = table.Labels.All.Where(l => l.Row > row && FigureCellReader.Read(l.Cell).Number is null)
            .Select(l => l.Row).DefaultIfEmpty(int.MaxValue).Min();
        ReportStrays(Sheet.Cells.Where(c => c.Address.Row >= row && c.Address.Row < below && c.Address.Column >= left
            && !_taken.Contains(c.Address) && FigureCellReader.Read(c).Number is not null));
    }

    /// <summary>Reports one finding for a column without a heading, not one for each row.</summary>
    private void ReportStrays(IEnumerable<RawCell> strays)
    {
        foreach (var column in strays.GroupBy(c => c.Address.Column))
            findings.Add(TableMessages.Stray(table.Form, [.. column], [.. column.Select(c => At(c.Address))]));
    }

    private void ReportUnknownRow(IGrouping<int, RawCell> line, int left)
    {
        var label = Sheet.Cells.LastOrDefault(c => c.Address.Row == line.Key && c.Address.Column < left);
        var address = label?.Address ?? line.First().Address;
        var matters = line.Any(c => FigureCellReader.Read(c).Number is not 0);
        findings.Add(TableMessages.UnknownRow(table.Form, label?.Text ?? "", matters, At(address)));
    }

    private string? Near(string label) =>
        table.Labels.Nearest(label, l => !table.Headings.ContainsValue(l) && !_knownRows.Contains(l.Row))?.Cell.Text;

    private SourceLocation Above(TablePart part)
    {
        var first = part.Rows.Where(r => table.Rows.ContainsKey(r.Id)).Select(r => table.Rows[r.Id]).MinBy(l => l.Row)!;
        return At(new CellAddress(Math.Max(1, first.Row - 1), first.Range.Last.Column + 1));
    }

    private SourceLocation At(CellAddress address) => table.Labels.At(address);
}
