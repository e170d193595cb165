using System.Text;
using ReportGen.Model;

namespace ReportGen.Tests.Definitions;

/// <summary>A table's printed layout as text: one line a row, each cell with its grid column and its spans.</summary>
internal static class GridText
{
    public static string Of(TableForm form)
    {
        var text = new StringBuilder();
        foreach (var line in TableGrid.Of(form))
            text.Append(line.IsHeader ? "head" : "body").Append(' ').AppendJoin(" | ", line.Cells.Select(CellText)).Append('\n');
        return text.ToString();
    }

    private static string CellText(GridCell cell) =>
        $"{cell.Column}{Span(cell)} {(cell.Role == GridRole.Figure ? $"{cell.Row!.Id}×{cell.FigureColumn!.Id}" : cell.Text)}";

    private static string Span(GridCell cell) =>
        cell is { ColumnSpan: 1, RowSpan: 1 } ? "" : $"[{cell.ColumnSpan}×{cell.RowSpan}]";
}
