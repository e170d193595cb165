using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Workbooks.Writing;

/// <summary>Converts draft validations to XML.</summary>
internal static class ValidationXml
{
    private const int MaxPromptLength = 255;
    private const int MaxListLength = 255;

    private static readonly LocalizedText s_title = new("请核对", "Please check");
    private static readonly LocalizedText s_choice = new("请从下拉列表中选择。", "Choose from the list.");
    private static readonly LocalizedText s_count =
        new("请填 0 或正整数，不带单位和文字。", "Write 0 or a positive whole number, without unit or words.");
    private static readonly LocalizedText s_whole = new("请填整数，不带单位和文字。", "Write a whole number, without unit or words.");
    private static readonly LocalizedText s_amount =
        new("请填 0 或正数，不带单位和文字。", "Write 0 or a positive number, without unit or words.");
    private static readonly LocalizedText s_number = new("请填数字，不带单位和文字。", "Write a number, without unit or words.");
    private static readonly LocalizedText s_year = new("请填四位数字的年份，如 2025。", "Write the year in four digits, such as 2025.");
    private static readonly LocalizedText s_date = new("请填日期，如 2026-01-20。", "Write a date, such as 2026-01-20.");

    public static DataValidation Make(DraftValidation rule, Language language)
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
            (xml.ErrorTitle, xml.Error) = (s_title.In(language), error!.In(language));
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

    private static (DataValidationValues? Type, string? Min, string? Max, LocalizedText? Error) Describe(DraftValidation rule) =>
        rule.Kind switch
    {
        ValidationKind.Choice when List(rule) is { } list => (DataValidationValues.List, list, null, s_choice),
        ValidationKind.Count => (DataValidationValues.Whole, "0", null, s_count),
        ValidationKind.Whole => (DataValidationValues.Whole, "-1000000000", "1000000000", s_whole),
        ValidationKind.Amount => (DataValidationValues.Decimal, "0", null, s_amount),
        ValidationKind.Number => (DataValidationValues.Decimal, "-1000000000000", "1000000000000", s_number),
        ValidationKind.Year => (DataValidationValues.Whole, "1900", "2099", s_year),
        ValidationKind.Date => (DataValidationValues.Date, "36526", "73050", s_date),
        _ => (null, null, null, null),
    };

    private static string? List(DraftValidation rule)
    {
        var list = string.Join(',', rule.Choices);
        var fits = list.Length <= MaxListLength && !rule.Choices.Any(c => c.AsSpan().IndexOfAny(',', '"') >= 0);
        return fits ? $"\"{list}\"" : null;
    }
}
