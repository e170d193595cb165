using ReportGen.Model;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Workbooks.Mapping;

/// <summary>Reports what a person who looks at a sheet cannot see.</summary>
internal sealed class SheetInspector(FindingList findings)
{
    /// <summary>
    /// Reports control characters, which are left out of the text. Beside a number they change nothing: programs copy them along.
    /// </summary>
    public void FindControlCharacters(SheetLabels labels)
    {
        foreach (var cell in labels.Sheet.Cells.Where(c => c.HadControlCharacters && FigureCellReader.ParsePlain(c.Text) is null))
            findings.Add(SheetMessages.ControlCharacter(cell, labels.At(cell.Address)));
    }

    /// <summary>Reports a hidden sheet, and the hidden rows and columns that have content of the report.</summary>
    public void FindHidden(SheetLabels labels, Report report)
    {
        var sheet = labels.Sheet;
        if (sheet.IsHidden) findings.Add(SheetMessages.HiddenSheet(labels.Location));
        if (sheet.HiddenRows.IsEmpty && sheet.HiddenColumns.IsEmpty) return;
        var printed = Cells(report).Where(c => c.Sheet == sheet.Name && sheet[c.Address].IsFilled)
            .Select(c => sheet.RangeFrom(c.Address)).ToArray();
        Find(sheet.HiddenRows, range => (range.First.Row, range.Last.Row), a => a.Row, SheetMessages.HiddenRows);
        Find(sheet.HiddenColumns, range => (range.First.Column, range.Last.Column), a => a.Column, SheetMessages.HiddenColumns);

        // Of a merged range something can be seen as long as one of its lines is not hidden.
        void Find(ImmutableHashSet<int> hidden, Func<CellRange, (int First, int Last)> lines, Func<CellAddress, int> line,
            Func<SourceLocation, IReadOnlyList<int>, Diagnostic> finding)
        {
            int[] unseen = [.. printed.Select(lines)
                .Where(l => Enumerable.Range(l.First, l.Last - l.First + 1).All(hidden.Contains))
                .Select(l => l.First).Distinct().Order()];
            if (unseen is not [var first, ..]) return;
            findings.Add(finding(labels.At(sheet.Cells.First(c => c.IsFilled && line(c.Address) == first).Address), unseen));
        }
    }

    private static IEnumerable<CellLocation> Cells(Report report) =>
        report.Fields.Select(f => f.Location)
            .Concat(report.Sections.SelectMany(s => s.Blocks).Select(b => b.Location))
            .Concat(report.Tables.SelectMany(t => t.Cells).Select(c => c.Location))
            .OfType<CellLocation>();
}
