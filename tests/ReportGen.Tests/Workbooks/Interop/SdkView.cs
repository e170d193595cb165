using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportGen.Tests.Workbooks.Interop;

/// <summary>Reads the stored parts with the Open XML SDK, as the reference for what other programs read.</summary>
internal static class SdkView
{
    public static WorkbookView Of(string file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var book = document.WorkbookPart!;
        return new WorkbookView([.. book.Workbook.Sheets!.Elements<Sheet>()
            .Select(s => ViewSheet(s.Name!, (WorksheetPart)book.GetPartById(s.Id!), book))]);
    }

    private static SheetView ViewSheet(string name, WorksheetPart part, WorkbookPart book)
    {
        var sheet = part.Worksheet!;
        var protection = sheet.GetFirstChild<SheetProtection>();
        return new SheetView(
            name,
            protection?.Sheet?.Value ?? false,
            protection?.FormatCells?.Value == false,
            protection?.InsertRows?.Value == false,
            protection?.DeleteRows?.Value == false,
            [.. sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!)],
            [.. sheet.Elements<ConditionalFormatting>().SelectMany(c => c.SequenceOfReferences!.InnerText!.Split(' '))],
            sheet.GetFirstChild<AutoFilter>()?.Reference?.Value,
            [.. sheet.Descendants<DataValidation>().Select(ViewValidation)],
            [.. sheet.Descendants<Cell>().Select(c => ViewCell(c, part, book))]);
    }

    private static ValidationView ViewValidation(DataValidation validation) => new(
        [.. validation.SequenceOfReferences!.InnerText!.Split(' ')],
        validation.Type?.InnerText switch
        {
            null or "none" => "AnyValue",
            "whole" => "WholeNumber",
            "decimal" => "Decimal",
            "date" => "Date",
            "list" => "List",
            var other => other,
        },
        validation.Operator?.InnerText switch
        {
            null or "between" => "Between",
            "greaterThanOrEqual" => "EqualOrGreaterThan",
            var other => other,
        },
        validation.Formula1?.Text ?? "", validation.Formula2?.Text ?? "",
        validation.ShowInputMessage?.Value == true ? validation.Prompt?.Value ?? "" : "",
        validation.ShowErrorMessage?.Value == true ? validation.Error?.Value ?? "" : "");

    private static ViewedCell ViewCell(Cell cell, WorksheetPart part, WorkbookPart book)
    {
        var at = cell.CellReference!.Value!;
        var text = cell.DataType?.InnerText switch
        {
            "inlineStr" => Plain(cell.InlineString!),
            // ClosedXML leaves the text type on cells that it has emptied.
            "s" when cell.CellValue is null => "",
            "s" => Plain(SharedString(book, cell.CellValue.Text)),
            "str" => cell.CellValue?.Text ?? "",
            _ => null,
        };
        double? number = text is null && cell.CellValue is { } value
            ? double.Parse(value.Text, CultureInfo.InvariantCulture)
            : null;
        return new ViewedCell(at, text ?? "", number, cell.CellFormula?.Text, IsLocked(cell, book), CommentAt(part, at),
            LinkAt(part, at));
    }

    private static OpenXmlElement SharedString(WorkbookPart book, string index) =>
        book.SharedStringTablePart!.SharedStringTable!.ElementAt(int.Parse(index, CultureInfo.InvariantCulture));

    private static bool IsLocked(Cell cell, WorkbookPart book)
    {
        var formats = book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>();
        return formats.ElementAt((int)(cell.StyleIndex?.Value ?? 0)).Protection?.Locked?.Value ?? true;
    }

    // Phonetic guides are skipped.
    private static string Plain(OpenXmlElement text) =>
        string.Concat(text.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

    private static string? CommentAt(WorksheetPart part, string at) => part.WorksheetCommentsPart?.Comments.CommentList!
        .Elements<Comment>().FirstOrDefault(c => c.Reference?.Value == at) is { } comment ? Plain(comment) : null;

    private static string? LinkAt(WorksheetPart part, string at)
    {
        if (part.Worksheet.Descendants<Hyperlink>().FirstOrDefault(h => h.Reference?.Value == at) is not { } link) return null;
        if (link.Id?.Value is not { } id) return link.Location?.Value;
        return part.HyperlinkRelationships.Single(r => r.Id == id).Uri.OriginalString;
    }
}
