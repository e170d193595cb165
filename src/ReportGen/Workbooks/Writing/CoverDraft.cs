using ReportGen.Definitions;
using ReportGen.Workbooks.Values;

namespace ReportGen.Workbooks.Writing;

/// <summary>Drafts a cover: labels in column A, values in column B.</summary>
internal static class CoverDraft
{
    private const double LabelWidth = 18;
    private const double ValueWidth = 60;

    public static SheetDraft Make(CoverSheet cover, WorkbookValues values)
    {
        var draft = new SheetDraft(cover.Name);
        draft.Widen(1, LabelWidth);
        draft.Widen(2, ValueWidth);
        var fields = cover.Fields.Where(f => f.IsOffered || values.Fields.ContainsKey(f.Id)).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            var at = new CellAddress(i + 1, 2);
            draft.Set(i + 1, 1, new DraftCell(CellStyle.Label, Text: field.Name));
            draft.Cells[at] = Value(field, values.Fields.GetValueOrDefault(field.Id) ?? field.Default ?? "");
            draft.Validations.Add(
                new DraftValidation(ValidationOf(field), [new CellRange(at, at)], Prompt(field), field.Choices));
        }
        return draft;
    }

    private static DraftCell Value(FieldDefinition field, string text)
    {
        var style = field.Type switch
        {
            FieldType.Year => CellStyle.CountInput,
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

    private static string Prompt(FieldDefinition field)
    {
        var must = field.IsRequired ? "必填。" : "";
        return must + (field.Hint?.Chinese ?? "");
    }
}
