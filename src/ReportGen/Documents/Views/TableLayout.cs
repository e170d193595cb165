using System.Runtime.CompilerServices;
using ReportGen.Model;

namespace ReportGen.Documents.Views;

/// <summary>The layout shared by all tables of one form: printed lines, page breaks, headings of each cell.</summary>
internal sealed class TableLayout
{
    /// <summary>A group with more lines than this may be split by a page break.</summary>
    private const int LargestGroupKept = 10;

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
            foreach (var cell in lines[i].Cells.Where(c => c.RowSpan > 1 || lines[i].IsHeader))
            {
                var together = lines[i].IsHeader ? cell.RowSpan : cell.RowSpan <= LargestGroupKept ? cell.RowSpan - 1 : 2;
                keep.AsSpan(i, Math.Min(together, lines.Length - 1 - i)).Fill(true);
            }
        }

        return [.. keep];
    }
}
