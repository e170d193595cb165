using ReportGen.Definitions;
using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts a sheet of text: levels in column A, texts in column B.</summary>
internal static class ProseDraft
{
    private const double LevelWidth = 10;
    private const double TextWidth = 86;
    private const int RowsWithChoice = 500;

    private static readonly LocalizedText s_levelHint = new("请选择这一段的层级。", "Choose the level of this paragraph.");

    public static SheetDraft Make(ProseSheet prose, Language language, WorkbookValues values)
    {
        var draft = new SheetDraft(prose.Name)
        {
            Language = language, FreeColumns = 2, MayInsertRows = true, FreezeAt = new CellAddress(2, 1), RepeatedRows = 1,
        };
        draft.Widen(1, LevelWidth);
        draft.Widen(2, TextWidth);
        draft.Set(1, 1, new DraftCell(CellStyle.Heading, Text: prose.LevelColumn));
        draft.Set(1, 2, new DraftCell(CellStyle.Heading, Text: prose.TextColumn));
        var blocks = values.Prose.TryGetValue(prose.Id, out var own) ? own.Select(b => (b.Level, b.Text)) : prose.Skeleton;
        var row = 2;
        foreach (var (level, text) in blocks)
        {
            draft.Set(row, 1, new DraftCell(CellStyle.BlockInput, Text: NameOf(prose, level)));
            draft.Set(row++, 2, new DraftCell(CellStyle.BlockInput, Text: text));
        }
        AddValidations(draft, prose, row);
        return draft;
    }

    private static void AddValidations(SheetDraft draft, ProseSheet prose, int rows)
    {
        var last = Math.Max(rows, RowsWithChoice);
        draft.Validations.Add(
            new DraftValidation(
                ValidationKind.Choice, [Column(1, last)], s_levelHint.In(draft.Language), [.. prose.Levels.Select(l => l.Name)]));
        if (prose.Hint is { } hint)
            draft.Validations.Add(new DraftValidation(ValidationKind.Anything, [Column(2, last)], hint.In(draft.Language), []));
    }

    private static string NameOf(ProseSheet prose, string level) =>
        prose.Levels.FirstOrDefault(l => l.Id == level)?.Name ?? level;

    private static CellRange Column(int column, int last) => new(new CellAddress(2, column), new CellAddress(last, column));
}
