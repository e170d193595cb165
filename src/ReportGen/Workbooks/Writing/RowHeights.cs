namespace ReportGen.Workbooks.Writing;

/// <summary>
/// Estimates the heights of rows with wrapped text, because not all spreadsheet programs fit rows when opening a file.
/// </summary>
internal sealed class RowHeights(SheetDraft draft)
{
    /// <summary>The height of a row with one line, in points.</summary>
    public const double OneLine = 18;

    private const double Line = 15;
    private const double TitleHeight = 36;
    private const double MaxHeight = 400;
    private readonly Dictionary<CellAddress, CellRange> _merges = draft.Merges.ToDictionary(m => m.First);

    /// <summary>The height of a row in points; null if one line is enough.</summary>
    public double? Of(IEnumerable<KeyValuePair<CellAddress, DraftCell>> cells)
    {
        if (cells.Any(c => c.Value.Style == CellStyle.WorkbookTitle)) return TitleHeight;
        var lines = cells.Where(c => !string.IsNullOrEmpty(c.Value.Text)).Select(c => Lines(c.Key, c.Value.Text!))
            .DefaultIfEmpty(1).Max();
        return lines <= 1 ? null : Math.Min(MaxHeight, (lines * Line) + 3);
    }

    private int Lines(CellAddress at, string text)
    {
        var range = _merges.GetValueOrDefault(at, new CellRange(at, at));
        var rows = range.Last.Row - range.First.Row + 1;
        var width = Enumerable.Range(range.First.Column, range.Last.Column - range.First.Column + 1)
            .Sum(c => c <= draft.Widths.Count ? draft.Widths[c - 1] : 9) - 1;
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Units(line) / width)));
        return (lines + rows - 1) / rows;
    }

    /// <summary>The width of a text, in Latin characters.</summary>
    public static double Units(string text) => text.Sum(c => c < 0x1100 ? 1.1 : 2.1);
}
