using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ReportGen.Diagnostics;
using ReportGen.Documents.Reviews;
using ReportGen.Tests.Documents.Reviews;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Annotation;

/// <summary>
/// The list of findings: sorted by severity, coloured, with a filter; every finding of a sheet colours a cell of it.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReturnListTests
{
    private const string File = "某局.xlsx";
    private const string Red = "FFFF9999", Yellow = "FFFFD966", Blue = "FF9DC3E6";

    private static readonly Diagnostic[] s_findings =
    [
        Finding("N-05", Severity.Information, new SheetLocation { File = File, Sheet = "五、问题与改进" }),
        Finding("N-01", Severity.Warning, At("一、总体情况", "B2")),
        Finding("T3-06", Severity.Error, new SheetLocation { File = File, Sheet = "三、依申请公开" }),
        Finding("workbook.missing-sheet", Severity.Error, new FileLocation { File = File }),
        Finding("T3-02", Severity.Error, At("三、依申请公开", "J12")),
    ];

    private static readonly string[] s_sorted = ["T3-06", "workbook.missing-sheet", "T3-02", "N-01", "N-05"];

    public enum SubmittedFile
    {
        Workbook,
        NoWorkbook,
    }

    [Test]
    public void Errors_come_first_and_have_the_numbers_of_the_page_to_sign([Values] SubmittedFile file)
    {
        var list = new WorkbookOpener().Open(Marked(file), File).Workbook!.Sheets[0];
        var rows = list.Cells.Where(c => c.Address.Row > 3).GroupBy(c => c.Address.Row)
            .Select(r => (r.First().Text, r.Last().Text)).ToList();
        Assert.That(rows, Is.EqualTo(s_sorted.Select((id, i) => ($"{i + 1}", id))));
        var page = ReviewRendererTests.Render(SampleReview.Of([.. s_findings])).Html;
        var places = s_sorted.Select(id => page.IndexOf($">{id}<", StringComparison.Ordinal)).ToList();
        Assert.That(places, Is.Ordered.And.All.Positive);
        Assert.That(ReviewLine.Of(SampleReview.Of([.. s_findings])).Select(l => (l.Number, l.Rule)),
            Is.EqualTo(s_sorted.Select((id, i) => (i + 1, id))));
    }

    [Test]
    public void The_severity_is_coloured_and_the_list_can_be_filtered([Values] SubmittedFile file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Marked(file)), false);
        var book = document.WorkbookPart!;
        var list = ((WorksheetPart)book.GetPartById(book.Workbook!.Sheets!.Elements<Sheet>().First().Id!)).Worksheet!;
        Assert.That(list.Elements<AutoFilter>().Select(f => f.Reference!.Value), Is.EqualTo(new[] { "A3:F8" }));
        Assert.That(Enumerable.Range(4, 5).Select(row => ColourOf(book, list, $"B{row}")),
            Is.EqualTo(new[] { Red, Red, Red, Yellow, Blue }));
        Assert.That(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Description}"), Is.Empty);
    }

    [Test]
    public void A_list_without_findings_has_no_filter()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookMarker.Mark(Open(), [])), false);
        Assert.That(document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Elements<AutoFilter>()), Is.Empty);
        Assert.That(new OpenXmlValidator().Validate(document).Select(e => e.Description), Is.Empty);
    }

    [Test]
    public void Every_finding_of_a_sheet_colours_a_cell_with_a_comment()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Marked(SubmittedFile.Workbook)), false);
        var book = document.WorkbookPart!;
        var marked = book.Workbook!.Sheets!.Elements<Sheet>().Skip(1).SelectMany(s =>
        {
            var part = (WorksheetPart)book.GetPartById(s.Id!);
            var comments = part.WorksheetCommentsPart?.Comments?.Descendants<Comment>()
                .Select(c => c.Reference!.Value).ToHashSet() ?? [];
            return part.Worksheet!.Elements<ConditionalFormatting>()
                .SelectMany(f => f.SequenceOfReferences!.InnerText!.Split(' '))
                .Where(comments.Contains).Select(a => $"{s.Name}!{a}");
        });
        Assert.That(marked, Is.EquivalentTo(new[] { "一、总体情况!B2", "三、依申请公开!A1", "三、依申请公开!J12", "五、问题与改进!A1" }));
    }

    [Test]
    public void The_list_says_how_many_blanks_count_as_0()
    {
        var marked = WorkbookMarker.Mark(Open(), s_findings, remark: new("有 7 个空格按 0 计。", "7 blanks."));
        var list = new WorkbookOpener().Open(marked, File).Workbook!.Sheets[0];
        Assert.That(list[new CellAddress(2, 1)].Text, Does.Contain("有 7 个空格按 0 计。"));
    }

    private static byte[] Marked(SubmittedFile file) => WorkbookMarker.Mark(
        file == SubmittedFile.Workbook ? Open() : new WorkbookOpener().Open("%PDF-1.7"u8.ToArray(), File), s_findings);

    private static OpenedWorkbook Open() =>
        new WorkbookOpener().Open(StandardWorkbookWriter.Write(Forms.Form2021, Forms.Zeros(Forms.Form2021)), File);

    private static string? ColourOf(WorkbookPart book, Worksheet sheet, string address)
    {
        var cell = sheet.Descendants<Cell>().Single(c => c.CellReference == address);
        var styles = book.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        return styles.Fills!.Elements<Fill>().ElementAt((int)format.FillId!.Value).PatternFill?.ForegroundColor?.Rgb?.Value;
    }

    private static CellLocation At(string sheet, string cell) =>
        new() { File = File, Sheet = sheet, Address = RawEdits.At(cell) };

    private static Diagnostic Finding(string id, Severity severity, SourceLocation at) => new()
    {
        Id = id, Severity = severity, Location = at, Message = new("数字不符", "differs"), Remedy = new("应为 3", "should be 3"),
    };
}
