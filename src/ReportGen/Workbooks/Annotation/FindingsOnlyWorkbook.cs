using ReportGen.Workbooks.Writing;

namespace ReportGen.Workbooks.Annotation;

/// <summary>Creates a workbook with only the list of findings, for submissions that cannot be marked.</summary>
internal static class FindingsOnlyWorkbook
{
    public static byte[] Make(IReadOnlyList<ReturnLine> lines, Language language)
    {
        var draft = new SheetDraft(ReturnSheet.Name) { FreezeAt = new CellAddress(ReturnSheet.HeadingRow + 1, 1) };
        for (var i = 0; i < ReturnSheet.Widths.Count; i++) draft.Widen(i + 1, ReturnSheet.Widths[i]);
        draft.Put(new CellAddress(1, 1), ReturnSheet.Name, CellStyle.Title);
        draft.Put(new CellAddress(2, 1), ReturnSheet.Summary(lines, language, isAlone: true), CellStyle.Notes);
        for (var row = 1; row <= 2; row++)
            draft.Merges.Add(new CellRange(new CellAddress(row, 1), new CellAddress(row, ReturnSheet.Widths.Count)));
        PutRow(draft, ReturnSheet.HeadingRow, ReturnSheet.Headings(language), CellStyle.Heading);
        for (var i = 0; i < lines.Count; i++)
            PutRow(draft, ReturnSheet.HeadingRow + 1 + i, ReturnSheet.Texts(i + 1, lines[i], language), CellStyle.ProseInput);
        return PackageWriter.Write([draft]);
    }

    private static void PutRow(SheetDraft draft, int row, IReadOnlyList<string> texts, CellStyle style)
    {
        for (var i = 0; i < texts.Count; i++) draft.Put(new CellAddress(row, i + 1), texts[i], style);
    }
}
