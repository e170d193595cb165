using ReportGen.Definitions;
using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts a cover: the title and a hint, then labels in column A and values in column B.</summary>
internal sealed class CoverDraft
{
    private const double LabelWidth = 18;
    private const double ValueWidth = 60;

    private static readonly LocalizedText s_required = new("必填。", "Required. ");

    private readonly CoverSheet _cover;
    private readonly Language _language;
    private readonly SheetDraft _draft;
    private int _row = 1;

    private CoverDraft(CoverSheet cover, Language language) =>
        (_cover, _language, _draft) = (cover, language, new SheetDraft(cover.Name) { Language = language });

    /// <summary>Drafts a cover.</summary>
    /// <param name="cover">The sheet.</param>
    /// <param name="title">The title of the workbook.</param>
    /// <param name="language">The language of hints.</param>
    /// <param name="values">The values.</param>
    public static SheetDraft Make(CoverSheet cover, LocalizedText title, Language language, WorkbookValues values)
    {
        var making = new CoverDraft(cover, language);
        making._draft.Widen(1, LabelWidth);
        making._draft.Widen(2, ValueWidth);
        making.AddLine(title.In(language), CellStyle.WorkbookTitle);
        making.AddLine(cover.Hint?.In(language) ?? "", CellStyle.Notes);
        foreach (var field in cover.Fields.Where(f => f.IsOffered || values.Fields.ContainsKey(f.Id)))
            making.Add(field, values.Fields.GetValueOrDefault(field.Id) ?? field.Default ?? "");
        return making._draft;
    }

    // A line that reads like a label would be taken for one.
    private void AddLine(string text, CellStyle style)
    {
        if (text.Length == 0 || _cover.Fields.SelectMany(f => f.Synonyms.Prepend(f.Name)).Any(n => IsSameLabel(n, text))) return;
        _draft.Set(_row, 1, new DraftCell(style, Text: text));
        _draft.Set(_row, 2, new DraftCell(style));
        _draft.Merges.Add(new CellRange(new CellAddress(_row, 1), new CellAddress(_row, 2)));
        _row++;
    }

    // Labels are compared by their letters and digits, without a remark in brackets.
    private static bool IsSameLabel(string name, string text) =>
        string.Equals(LettersOf(name), LettersOf(text), StringComparison.OrdinalIgnoreCase);

    private static string LettersOf(string label) => string.Concat(label.Split('（', '(')[0].Where(char.IsLetterOrDigit));

    private void Add(FieldDefinition field, string text)
    {
        var at = new CellAddress(_row, 2);
        _draft.Set(_row++, 1, new DraftCell(field.IsRequired ? CellStyle.RequiredLabel : CellStyle.Label, Text: field.Name));
        _draft.Cells[at] = Value(field, text);
        _draft.Validations.Add(
            new DraftValidation(ValidationOf(field), [new CellRange(at, at)], Prompt(field), field.Choices));
    }

    private static DraftCell Value(FieldDefinition field, string text)
    {
        var style = field.Type switch
        {
            FieldType.Year => CellStyle.YearInput,
            FieldType.Date => CellStyle.DateInput,
            _ => CellStyle.TextInput,
        };
        if (field.Type == FieldType.Year && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return new DraftCell(style, Number: year);
        if (field.Type == FieldType.Date
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DraftCell(style, Number: (decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate());
        }

        return new DraftCell(style, Text: text);
    }

    private static ValidationKind ValidationOf(FieldDefinition field) => field.Type switch
    {
        FieldType.Year => ValidationKind.Year,
        FieldType.Date => ValidationKind.Date,
        FieldType.Choice => ValidationKind.Choice,
        _ => ValidationKind.Anything,
    };

    private string Prompt(FieldDefinition field) =>
        (field.IsRequired ? s_required.In(_language) : "") + (field.Hint?.In(_language) ?? "");
}
