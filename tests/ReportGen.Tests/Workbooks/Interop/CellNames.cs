using ReportGen.Diagnostics;
using ReportGen.Workbooks;

namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>Lists the addresses of the cells of a range such as <c>D5:I5</c>.</summary>
internal static class CellNames
{
    public static IEnumerable<string> Of(string range)
    {
        if (!CellRange.TryParse(range, out var cells)) throw new FormatException(range);
        var (first, last) = (cells.First, cells.Last);
        return from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               select $"{new CellAddress(row, column)}";
    }
}
