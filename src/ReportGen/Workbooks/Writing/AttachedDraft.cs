using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts an attached sheet of plain rows.</summary>
internal static class AttachedDraft
{
    public static SheetDraft Make(AttachedSheet sheet)
    {
        var draft = new SheetDraft(sheet.Name) { IsProtected = false, RepeatedRows = sheet.HeadingRow };
        for (var i = 0; i < sheet.Widths.Length; i++) draft.Widen(i + 1, sheet.Widths[i]);
        if (sheet.HeadingRow > 0) draft.FreezeAt = new(sheet.HeadingRow + 1, 1);
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            // A title or text alone in its row spans all columns.
            if (sheet.Rows[row] is [{ Style: AttachedStyle.Title or AttachedStyle.Words }])
                draft.Merges.Add(new CellRange(new(row + 1, 1), new(row + 1, sheet.Widths.Length)));
            for (var column = 0; column < sheet.Rows[row].Length; column++)
                if (sheet.Rows[row][column] is { } cell) Put(draft, new(row + 1, column + 1), cell);
        }

        if (sheet.HeadingRow > 0 && sheet.Rows.Length > sheet.HeadingRow)
            draft.Filter = new CellRange(new(sheet.HeadingRow, 1), new(sheet.Rows.Length, sheet.Widths.Length));
        return draft;
    }

    private static void Put(SheetDraft draft, Diagnostics.CellAddress at, AttachedCell cell)
    {
        var isLink = cell.LinkTarget is not null || cell.File is not null;
        draft.Cells[at] = new DraftCell(isLink ? CellStyle.TextLink : StyleOf(cell.Style), cell.Number, cell.Text, cell.Formula);
        if (cell.LinkTarget is { } place) draft.Links.Add(new DraftLink(at, $"{place}", IsFile: false));
        else if (cell.File is { } file) draft.Links.Add(new DraftLink(at, file, IsFile: true));
    }

    private static CellStyle StyleOf(AttachedStyle style) => style switch
    {
        AttachedStyle.Number => CellStyle.Number,
        AttachedStyle.Total => CellStyle.Total,
        AttachedStyle.Heading => CellStyle.Heading,
        AttachedStyle.Title => CellStyle.Title,
        AttachedStyle.Words => CellStyle.Plain,
        _ => CellStyle.Text,
    };
}
