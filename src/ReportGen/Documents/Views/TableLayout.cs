using System.Runtime.CompilerServices;
using ReportGen.Model;

namespace ReportGen.Documents.Views;

/// <summary>The layout shared by all tables of one form: printed lines, page breaks, headings of each cell.</summary>
internal sealed class TableLayout
{
    /// <summary>A group with more lines than this may be split by a page break.</summary>
    private const int LargestGroupKept = 5;

    /// <summary>How many lines of a split group, or of a split table, are on each page at least.</summary>
    private const int LinesTogether = 3;

    // What a printed page holds, in points at the usual type size: its width, a digit, the padding of a cell.
    private const decimal PageWidth = 442, Digit = 5, Padding = 4;

    // A figure column is never narrower than this many digits, because of its heading.
    private const int FewestDigits = 5;

    // Smaller type than this cannot be read; label columns may shrink to this part of their width.
    private const decimal SmallestType = 0.6m, LabelsLeft = 0.6m;

    private static readonly ConditionalWeakTable<TableForm, TableLayout> s_known = [];

    private TableLayout(TableForm form)
    {
        Lines = TableGrid.Of(form);
        Keep = KeepWithNext(Lines);
        var total = form.Widths.Sum();
        Shares = [.. form.Widths.Select(w => Math.Round(100m * w / total, 3))];
    }

    /// <summary>The printed lines.</summary>
    public ImmutableArray<GridLine> Lines { get; }

    /// <summary>For each line, whether the next must be on the same page.</summary>
    public ImmutableArray<bool> Keep { get; }

    /// <summary>The widths of the columns, in percent of the table.</summary>
    public ImmutableArray<decimal> Shares { get; }

    /// <summary>The layout of <paramref name="form"/>, computed once. Thread-safe.</summary>
    public static TableLayout Of(TableForm form) => s_known.GetValue(form, f => new TableLayout(f));

    /// <summary>The id of a heading cell within the page.</summary>
    public static string IdOf(string table, int line, GridCell cell) => $"{table}-{line}-{cell.Column}";

    /// <summary>The ids of the headings above and beside a figure, for tables in which a column has several headings.</summary>
    public string HeadersOf(string table, int line, GridCell figure)
    {
        var ids = new List<string>();
        for (var above = PartStart(line); above <= line; above++)
        {
            foreach (var cell in Lines[above].Cells)
            {
                if (cell.Role is not (GridRole.Figure or GridRole.Corner) && Heads(cell, above, figure, line))
                    ids.Add(IdOf(table, above, cell));
            }
        }

        return string.Join(' ', ids);
    }

    /// <summary>
    /// The type size at which the figures of a printed table stay on one line, as a part of the usual size; null if even the
    /// smallest readable type is too large.
    /// </summary>
    public decimal? TypeSize(Table table)
    {
        var digits = new int[Shares.Length];
        foreach (var cell in Lines.SelectMany(l => l.Cells).Where(c => c is { Role: GridRole.Figure, ColumnSpan: 1 }))
        {
            var figure = CellView.Print(table.Find(cell.Row!.Id, cell.FigureColumn!.Id));
            digits[cell.Column] = Math.Max(digits[cell.Column], Math.Max(figure.Length, FewestDigits));
        }

        var labels = Shares.Where((_, column) => digits[column] == 0).Sum() / 100;
        var room = PageWidth * (1 - (labels * LabelsLeft)) - (Padding * digits.Count(d => d > 0));
        var needed = digits.Sum() * Digit;
        if (needed <= room) return 1;
        var size = Math.Floor(100 * room / needed) / 100;
        return size >= SmallestType ? size : null;
    }

    private int PartStart(int line)
    {
        var start = line;
        while (start > 0 && Lines[start - 1].Part == Lines[line].Part) start--;
        return start;
    }

    private static bool Heads(GridCell cell, int at, GridCell figure, int line) => cell.Role == GridRole.RowHeader
        ? at + cell.RowSpan > line
        : cell.Column < figure.Column + figure.ColumnSpan && figure.Column < cell.Column + cell.ColumnSpan;

    private static ImmutableArray<bool> KeepWithNext(ImmutableArray<GridLine> lines)
    {
        var keep = new bool[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].IsHeader) keep[i] = true;
            foreach (var cell in lines[i].Cells.Where(c => c.RowSpan > 1 && !lines[i].IsHeader))
                KeepGroup(keep.AsSpan(i, Math.Min(cell.RowSpan, lines.Length - i)));
        }

        for (var start = 0; start < lines.Length;)
        {
            var length = lines.Skip(start).TakeWhile(l => l.Part == lines[start].Part).Count();
            var heading = lines.Skip(start).Take(length).TakeWhile(l => l.IsHeader).Count();
            KeepGroup(keep.AsSpan(start + heading, length - heading));
            start += length;
            keep[start - 1] = false;
        }

        return [.. keep];
    }

    // Lines of a group: all on one page, or the first and the last ones of a large group.
    private static void KeepGroup(Span<bool> group)
    {
        if (group.Length > LargestGroupKept)
        {
            group[..(LinesTogether - 1)].Fill(true);
            group[^LinesTogether..^1].Fill(true);
        }
        else if (group.Length > 1)
        {
            group[..^1].Fill(true);
        }
    }
}
