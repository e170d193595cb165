using ReportGen.Definitions;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts a sheet of instructions.</summary>
internal static class NotesDraft
{
    private const double Width = 78;

    public static SheetDraft Make(NotesSheet notes)
    {
        var draft = new SheetDraft(notes.Name);
        draft.Widen(1, Width);
        for (var i = 0; i < notes.Lines.Length; i++)
            draft.Set(i + 1, 1, new DraftCell(CellStyle.Notes, Text: notes.Lines[i]));
        return draft;
    }
}
