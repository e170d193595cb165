using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>Converts draft validations to XML.</summary>
internal static class ValidationXml
{
    private const int MaxPromptLength = 255;
    private const int MaxListLength = 255;

    public static DataValidation Make(DraftValidation rule)
    {
        var (type, min, max, error) = Describe(rule);
        var xml = new DataValidation
        {
            AllowBlank = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(' ', rule.Ranges) },
        };
        if (type is { } checkedType)
        {
            xml.Type = checkedType;
            xml.ShowErrorMessage = true;
            (xml.ErrorTitle, xml.Error) = ("请核对", error);
            if (checkedType != DataValidationValues.List)
            {
                xml.Operator = max is null
                    ? DataValidationOperatorValues.GreaterThanOrEqual
                    : DataValidationOperatorValues.Between;
            }
        }
        if (rule.Prompt.Length > 0)
        {
            xml.ShowInputMessage = true;
            xml.Prompt = rule.Prompt.Length <= MaxPromptLength ? rule.Prompt : rule.Prompt[..(MaxPromptLength - 1)] + "…";
        }
        if (min is not null) xml.Formula1 = new Formula1(min);
        if (max is not null) xml.Formula2 = new Formula2(max);
        return xml;
    }

    private static (DataValidationValues? Type, string? Min, string? Max, string Error) Describe(DraftValidation rule) =>
        rule.Kind switch
    {
        ValidationKind.Choice when List(rule) is { } list => (DataValidationValues.List, list, null, "请从下拉列表中选择。"),
        ValidationKind.Count => (DataValidationValues.Whole, "0", null, "请填 0 或正整数，不带单位和文字。"),
        ValidationKind.Whole => (DataValidationValues.Whole, "-1000000000", "1000000000", "请填整数，不带单位和文字。"),
        ValidationKind.Amount => (DataValidationValues.Decimal, "0", null, "请填 0 或正数，不带单位和文字。"),
        ValidationKind.Number => (DataValidationValues.Decimal, "-1000000000000", "1000000000000", "请填数字，不带单位和文字。"),
        ValidationKind.Year => (DataValidationValues.Whole, "1900", "2099", "请填四位数字的年份，如 2025。"),
        ValidationKind.Date => (DataValidationValues.Date, "36526", "73050", "请填日期，如 2026-01-20。"),
        _ => (null, null, null, ""),
    };

    private static string? List(DraftValidation rule)
    {
        var list = string.Join(',', rule.Choices);
        var fits = list.Length <= MaxListLength && !rule.Choices.Any(c => c.AsSpan().IndexOfAny(',', '"') >= 0);
        return fits ? $"\"{list}\"" : null;
    }
}
