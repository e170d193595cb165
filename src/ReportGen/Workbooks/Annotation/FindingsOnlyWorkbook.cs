using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>Creates a workbook with only the list of findings, for submissions that cannot be marked.</summary>
internal static class FindingsOnlyWorkbook
{
    public static byte[] Make(ReturnList list)
    {
        var draft = new SheetDraft(ReturnSheet.Name)
        {
            FreezeAt = new CellAddress(ReturnSheet.HeadingRow + 1, 1), Filter = list.Filter, IsProtected = false,
        };
        for (var i = 0; i < ReturnSheet.Widths.Count; i++) draft.Widen(i + 1, ReturnSheet.Widths[i]);
        draft.Put(new CellAddress(1, 1), ReturnSheet.Name, CellStyle.Title);
        draft.Put(new CellAddress(2, 1), ReturnSheet.Summary(list, isAlone: true), CellStyle.Notes);
        for (var row = 1; row <= 2; row++)
            draft.Merges.Add(new CellRange(new CellAddress(row, 1), new CellAddress(row, ReturnSheet.Widths.Count)));
        PutRow(draft, ReturnSheet.HeadingRow, ReturnSheet.Headings(list.Language), _ => CellStyle.Heading);
        for (var i = 0; i < list.Lines.Length; i++)
        {
            var severity = StyleOf(list.Lines[i].Severity);
            PutRow(draft, ReturnSheet.HeadingRow + 1 + i, list.Texts(i),
                column => column == ReturnSheet.SeverityColumn ? severity : CellStyle.ProseInput);
        }
        return PackageWriter.Write([draft]);
    }

    private static CellStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => CellStyle.Error,
        Severity.Warning => CellStyle.Warning,
        _ => CellStyle.Information,
    };

    private static void PutRow(SheetDraft draft, int row, IReadOnlyList<string> texts, Func<int, CellStyle> style)
    {
        for (var i = 0; i < texts.Count; i++) draft.Put(new CellAddress(row, i + 1), texts[i], style(i + 1));
    }
}
