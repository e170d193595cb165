namespace ReportGen.Model;

/// <summary>The role of a printed cell.</summary>
internal enum GridRole
{
    /// <summary>The line above a part.</summary>
    Caption,

    /// <summary>The text above the row labels.</summary>
    Corner,

    /// <summary>A column heading.</summary>
    ColumnHeader,

    /// <summary>A row label.</summary>
    RowHeader,

    /// <summary>A figure.</summary>
    Figure,
}

/// <summary>One printed cell: its text or figure and its spans.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Text">The label; empty for a figure.</param>
/// <param name="Column">The first grid column, counted from 0.</param>
/// <param name="ColumnSpan">The number of grid columns covered, at least 1.</param>
/// <param name="RowSpan">The number of printed lines covered, at least 1.</param>
/// <param name="Row">The row of the figure; null for labels.</param>
/// <param name="FigureColumn">The column of the figure; null for labels.</param>
internal sealed record GridCell(
    GridRole Role, string Text, int Column, int ColumnSpan, int RowSpan, FormLine? Row = null, FormLine? FigureColumn = null);

/// <summary>One printed line.</summary>
/// <param name="IsHeader">Whether the line is part of the header that is repeated on each page.</param>
/// <param name="Part">The index of its part, counted from 0.</param>
/// <param name="Cells">The cells that start in this line, from left to right.</param>
internal sealed record GridLine(bool IsHeader, int Part, ImmutableArray<GridCell> Cells);

/// <summary>
/// Computes the printed layout of a table from its labels: leading labels shared by neighbours become one merged cell,
/// and the last label of a shorter path extends to the figures. Used for the web page, the PDF and the workbook.
/// </summary>
internal static class TableGrid
{
    /// <summary>The printed lines of <paramref name="form"/> from top to bottom.</summary>
    public static ImmutableArray<GridLine> Of(TableForm form) =>
        [.. form.Parts.SelectMany((part, index) => LinesOf(form, part, index))];

    /// <summary>The number of grid columns for the row labels of <paramref name="part"/>.</summary>
    public static int LabelColumns(TablePart part) =>
        part.Direction == PartDirection.Across ? 0 : part.Rows.Max(r => r.Labels.Length);

    private static IEnumerable<GridLine> LinesOf(TableForm form, TablePart part, int index)
    {
        var width = form.Widths.Length;
        if (part.Caption is { } caption)
            yield return new GridLine(true, index, [new GridCell(GridRole.Caption, caption, 0, width, 1)]);
        foreach (var line in part.Direction == PartDirection.Across ? Across(part, index) : Down(part, index, width))
            yield return line;
    }

    private static IEnumerable<GridLine> Down(TablePart part, int index, int width)
    {
        var labels = LabelColumns(part);
        var edges = FigureEdges(part.Columns.Length, labels, width);
        var depth = part.Columns.Max(c => c.Labels.Length);
        var headings = Headings([.. part.Columns.Select(c => c.Labels)], depth, edges);
        for (var level = 0; level < depth; level++)
        {
            var corner = level == 0 && labels > 0
                ? new[] { new GridCell(GridRole.Corner, part.Corner, 0, labels, depth) } : [];
            yield return new GridLine(true, index, [.. corner, .. headings[level]]);
        }

        var rowHeadings = Headings([.. part.Rows.Select(r => r.Labels)], labels, [.. Enumerable.Range(0, part.Rows.Length + 1)]);
        for (var r = 0; r < part.Rows.Length; r++)
        {
            var row = part.Rows[r];
            var own = rowHeadings.SelectMany((cells, level) => cells.Where(c => c.Column == r)
                .Select(c => new GridCell(GridRole.RowHeader, c.Text, level, c.RowSpan, c.ColumnSpan)));
            var figures = part.Columns.Select((c, i) =>
                new GridCell(GridRole.Figure, "", edges[i], edges[i + 1] - edges[i], 1, row, c));
            yield return new GridLine(false, index, [.. own, .. figures]);
        }
    }

    private static IEnumerable<GridLine> Across(TablePart part, int index)
    {
        var pairs = (from row in part.Rows from column in part.Columns select (row, column)).ToArray();
        var paths = pairs.Select(p => p.row.Labels.AddRange(p.column.Labels)).ToImmutableArray();
        var depth = paths.Max(p => p.Length);
        foreach (var cells in Headings(paths, depth, [.. Enumerable.Range(0, pairs.Length + 1)]))
            yield return new GridLine(true, index, cells);
        yield return new GridLine(false, index,
            [.. pairs.Select((p, i) => new GridCell(GridRole.Figure, "", i, 1, 1, p.row, p.column))]);
    }

    /// <summary>Merges label paths into heading cells, one list per level; <paramref name="edges"/> are grid positions.</summary>
    private static ImmutableArray<ImmutableArray<GridCell>> Headings(
        ImmutableArray<ImmutableArray<string>> paths, int depth, ImmutableArray<int> edges)
    {
        var levels = ImmutableArray.CreateBuilder<ImmutableArray<GridCell>>(depth);
        for (var level = 0; level < depth; level++)
        {
            var cells = ImmutableArray.CreateBuilder<GridCell>();
            for (var start = 0; start < paths.Length;)
            {
                var end = start + 1;
                while (end < paths.Length && SharesLabels(paths[start], paths[end], level)) end++;
                if (level < paths[start].Length)
                {
                    var isLast = level == paths[start].Length - 1;
                    cells.Add(new GridCell(GridRole.ColumnHeader, paths[start][level], edges[start],
                        edges[end] - edges[start], isLast ? depth - level : 1));
                }

                start = end;
            }

            levels.Add(cells.ToImmutable());
        }

        return levels.ToImmutable();
    }

    private static bool SharesLabels(ImmutableArray<string> a, ImmutableArray<string> b, int level) =>
        a.Length > level && b.Length > level && a.AsSpan(0, level + 1).SequenceEqual(b.AsSpan(0, level + 1));

    /// <summary>The grid positions of the figure columns; the last column takes the remaining width.</summary>
    private static ImmutableArray<int> FigureEdges(int columns, int labels, int width) =>
        [.. Enumerable.Range(labels, columns), Math.Max(width, labels + columns)];
}
