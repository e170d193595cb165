// Prints what ClosedXML sees in workbooks, as one JSON array with an element for each file. Used by the tests of ReportGen.Tests,
// whose process cannot load ClosedXML. Usage: closedxml-view FILE…

using System.Text.Encodings.Web;
using System.Text.Json;
using ClosedXML.Excel;

var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
Console.OutputEncoding = new System.Text.UTF8Encoding(false);
Console.WriteLine(JsonSerializer.Serialize(args.Select(View), options));

static object View(string file)
{
    using var workbook = new XLWorkbook(file);
    return new { Sheets = workbook.Worksheets.Select(ViewSheet).ToList() };
}

static object ViewSheet(IXLWorksheet sheet) => new
{
    sheet.Name,
    sheet.Protection.IsProtected,
    MayFormatCells = sheet.Protection.AllowedElements.HasFlag(XLSheetProtectionElements.FormatCells),
    MayInsertRows = sheet.Protection.AllowedElements.HasFlag(XLSheetProtectionElements.InsertRows),
    MayDeleteRows = sheet.Protection.AllowedElements.HasFlag(XLSheetProtectionElements.DeleteRows),
    Merges = sheet.MergedRanges.Select(Address).Order(StringComparer.Ordinal).ToList(),
    Marks = sheet.ConditionalFormats.SelectMany(f => f.Ranges).Select(Address).ToList(),
    Filter = sheet.AutoFilter.IsEnabled ? Address(sheet.AutoFilter.Range) : null,
    Validations = sheet.DataValidations.Select(ViewValidation).ToList(),
    Cells = sheet.CellsUsed(XLCellsUsedOptions.All).Select(ViewCell).ToList(),
};

static object ViewValidation(IXLDataValidation validation) => new
{
    Ranges = validation.Ranges.Select(Address).ToList(),
    Type = validation.AllowedValues.ToString(),
    Operator = validation.Operator.ToString(),
    Min = validation.AllowedValues == XLAllowedValues.List ? validation.Value : validation.MinValue,
    Max = validation.MaxValue ?? "",
    Prompt = validation.ShowInputMessage ? validation.InputMessage : "",
    Error = validation.ShowErrorMessage ? validation.ErrorMessage : "",
};

static object ViewCell(IXLCell cell) => new
{
    At = $"{cell.Address}",
    Text = cell.DataType == XLDataType.Text && !cell.HasFormula ? cell.GetString() : "",
    Number = Number(cell),
    Formula = cell.HasFormula ? cell.FormulaA1 : null,
    IsLocked = cell.Style.Protection.Locked,
    Comment = cell.HasComment ? cell.Comment.Text : null,
    Link = !cell.HasHyperlink ? null
        : cell.Hyperlink.IsExternal ? cell.Hyperlink.ExternalAddress.OriginalString
        : cell.Hyperlink.InternalAddress,
};

// A number, or a day as its serial number. Of a formula the stored result, not one that ClosedXML works out.
static double? Number(IXLCell cell) => cell switch
{
    { HasFormula: true } => double.TryParse($"{cell.CachedValue}", out var stored) ? stored : null,
    { DataType: XLDataType.Number } when !cell.IsEmpty() => cell.GetDouble(),
    { DataType: XLDataType.DateTime } => cell.GetDateTime().ToOADate(),
    _ => null,
};

static string Address(IXLRangeBase range) => range.RangeAddress.FirstAddress.Equals(range.RangeAddress.LastAddress)
    ? $"{range.RangeAddress.FirstAddress}"
    : $"{range.RangeAddress.FirstAddress}:{range.RangeAddress.LastAddress}";
