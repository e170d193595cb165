using ReportGen.Definitions;

namespace ReportGen.Workbooks.Mapping;

/// <summary>
/// Finds the tables of a sheet by their labels, at any position: first the rows, because their labels are the most
/// specific, then the headings above them.
/// </summary>
internal static class TableLocator
{
    /// <summary>Finds the given tables on one sheet.</summary>
    public static IReadOnlyList<LocatedTable> Locate(SheetLabels labels, IEnumerable<TableDefinition> tables)
    {
        var located = tables.Select(t => new LocatedTable(t, labels)).ToList();
        LocateRows(located, labels);
        foreach (var table in located)
        {
            for (var part = 0; part < table.Form.Parts.Length; part++)
            {
                if (LocatedTable.IsDown(table.Form.Parts[part])) LocateDown(table, part, located);
                else LocateAcross(table, part, located);
            }
        }
        return located;
    }

    private static void LocateRows(List<LocatedTable> tables, SheetLabels labels)
    {
        var last = 0;
        var taken = new HashSet<int>();
        foreach (var table in tables)
        {
            var rows = table.Form.Parts.Where(LocatedTable.IsDown).SelectMany(p => p.Rows).ToList();
            var groups = new GroupLabels(table, rows.Select(r => r.Labels), GroupDirection.Rows);
            foreach (var row in rows)
            {
                var candidates = table.Find(row.Labels[^1])
                    .Where(c => !taken.Contains(c.Row) && groups.Fit(c, row.Labels)).ToList();
                if ((candidates.Find(c => c.Row > last) ?? candidates.FirstOrDefault()) is not { } found) continue;
                table.Rows[row.Id] = found;
                taken.Add(found.Row);
                last = found.Row;
            }
            if (rows.Count > 0) table.MissingGroups.AddRange(groups.Missing);
        }
    }

    private static void LocateDown(LocatedTable table, int index, List<LocatedTable> all)
    {
        var part = table.Form.Parts[index];
        var located = part.Rows.Where(r => table.Rows.ContainsKey(r.Id)).Select(r => table.Rows[r.Id]).ToList();
        if (located.Count == 0) return;
        var top = located.Min(l => l.Row);
        var left = located.Max(l => l.Column);
        var above = all.SelectMany(t => t.Rows.Values).Where(l => l.Row < top).Select(l => l.Row).DefaultIfEmpty(0).Max();
        var paths = part.Columns.Select(c => (Key: (index, "", c.Id), c.Labels)).ToList();
        var found = FindHeadings(table, paths, c => c.Row > above && c.Row < top && c.Column > left);
        // A part whose headings were deleted uses those of the part above.
        if (found == 0) FindHeadings(table, paths, c => c.Row < top && c.Column > left);
    }

    private static void LocateAcross(LocatedTable table, int index, List<LocatedTable> all)
    {
        var part = table.Form.Parts[index];
        var paths = (from row in part.Rows from column in part.Columns
                     select (Key: (index, row.Id, column.Id), Labels: row.Labels.AddRange(column.Labels))).ToList();
        var telling = paths.Select(p => p.Labels[0]).Distinct().SelectMany(l => table.Find(l))
            .Concat(part.Columns.SelectMany(c => table.Find(c.Labels[^1])));
        var rowsOfOthers = all.SelectMany(t => t.Rows.Values).Select(l => l.Row).ToHashSet();
        foreach (var start in telling.Select(l => l.Row).Distinct().Where(r => !rowsOfOthers.Contains(r)).Order())
        {
            var depth = paths.Max(p => p.Labels.Length);
            var found = FindHeadings(table, paths,
                c => c.Row >= start && c.Row < start + depth + 3 && !rowsOfOthers.Contains(c.Row));
            if (found * 2 > paths.Count)
            {
                table.AcrossRows[index] = FigureRow(table, index, rowsOfOthers);
                return;
            }
            foreach (var (key, _) in paths) table.Headings.Remove(key);
            table.MissingGroups.Clear();
        }
    }

    private static int FigureRow(LocatedTable table, int index, HashSet<int> rowsOfOthers)
    {
        var headings = table.Headings.Where(h => h.Key.Part == index).Select(h => h.Value).ToList();
        var below = headings.Max(h => h.Range.Last.Row) + 1;
        var columns = headings.Select(h => h.Column).ToHashSet();
        return table.Labels.Sheet.Cells.Where(c => c.Address.Row >= below && c.Address.Row < below + 4
                && columns.Contains(c.Address.Column) && !rowsOfOthers.Contains(c.Address.Row))
            .Select(c => c.Address.Row).DefaultIfEmpty(below).Min();
    }

    private static int FindHeadings(
        LocatedTable table, List<((int, string, string) Key, ImmutableArray<string> Labels)> paths, Func<LabelCell, bool> isNear)
    {
        var groups = new GroupLabels(table, paths.Select(p => p.Labels), GroupDirection.Columns, isNear);
        var taken = new HashSet<int>();
        foreach (var (key, labels) in paths)
        {
            var found = table.Find(labels[^1])
                .Where(c => isNear(c) && !taken.Contains(c.Column) && groups.Fit(c, labels))
                .OrderBy(c => c.Column).FirstOrDefault();
            if (found is null) continue;
            table.Headings[key] = found;
            taken.Add(found.Column);
        }
        if (taken.Count > 0) table.MissingGroups.AddRange(groups.Missing);
        return taken.Count;
    }
}
