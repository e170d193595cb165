using ReportGen.Definitions;
using ReportGen.Model;
using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>
/// Writes the standard workbook of a kind, blank or filled with values. Labels are locked, inputs are validated on entry,
/// totals are formulas. The same values give the same bytes.
/// </summary>
public static class StandardWorkbookWriter
{
    private const double NotesWidth = 78;

    /// <summary>Writes a workbook.</summary>
    /// <param name="kind">The edition.</param>
    /// <param name="values">The values; <see cref="WorkbookValues.None"/> for a blank workbook.</param>
    /// <returns>The bytes of an .xlsx.</returns>
    public static byte[] Write(KindDefinition kind, WorkbookValues values)
    {
        var drafts = kind.Sheets.Where(s => s is not BodiesSheet || !values.Bodies.IsEmpty)
            .Select(sheet => Draft(sheet, kind, values))
            .Concat(values.Attached.Select(AttachedDraft.Make)).ToList();
        foreach (var value in values.Overrides)
            if (drafts.Find(d => d.Name == value.Sheet) is { } draft) Override(draft, value);
        return PackageWriter.Write(drafts);
    }

    /// <summary>The cells of the figures of this year's tables in a workbook written by <see cref="Write"/>.</summary>
    public static IReadOnlyDictionary<FigureKey, CellReference> PlacesOf(KindDefinition kind) => TableDraft.PlacesOf(kind);

    private static SheetDraft Draft(SheetDefinition sheet, KindDefinition kind, WorkbookValues values) => sheet switch
    {
        CoverSheet cover => CoverDraft.Make(cover, kind.Title, kind.WorkbookLanguage, values),
        ProseSheet prose => ProseDraft.Make(prose, kind.WorkbookLanguage, values),
        TableSheet table => TableDraft.Make(table, kind, values),
        BodiesSheet bodies => new BodiesDraft(bodies, kind, values.Bodies).Make(),
        NotesSheet notes => Notes(notes, kind.WorkbookLanguage),
        _ => throw new ArgumentException($"Unsupported sheet type {sheet.GetType().Name}.", nameof(sheet)),
    };

    private static SheetDraft Notes(NotesSheet notes, Language language)
    {
        var draft = new SheetDraft(notes.Name) { Language = language };
        draft.Widen(1, NotesWidth);
        draft.Set(1, 1, new DraftCell(CellStyle.WorkbookTitle, Text: notes.Name));
        for (var i = 0; i < notes.Lines.Length; i++) draft.Set(i + 2, 1, new DraftCell(CellStyle.Notes, Text: notes.Lines[i]));
        return draft;
    }

    private static void Override(SheetDraft draft, CellValue value)
    {
        var style = draft.Cells.TryGetValue(value.Address, out var old) ? old.Style : CellStyle.Plain;
        draft.Cells[value.Address] = new DraftCell(style, value.Number, value.Text);
    }
}
