using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Workbooks.Reading;
using ReportGen.Workbooks.Values;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Workbooks.Writing;

public class StandardWorkbookWriterTests
{
    private static KindDefinition Form(string edition) => Forms.Editions.Single(e => e.Edition == edition);

    [TestCase("2019")]
    [TestCase("2021")]
    public void A_blank_workbook_is_valid(string edition)
    {
        var kind = Form(edition);
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(StandardWorkbookWriter.Write(kind, WorkbookValues.None)), false);
        var errors = new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
        Assert.That(errors, Is.Empty);
    }

    [TestCase("2019")]
    [TestCase("2021")]
    public void The_same_values_give_the_same_bytes(string edition)
    {
        var kind = Form(edition);
        Assert.That(StandardWorkbookWriter.Write(kind, Forms.Zeros(kind)),
            Is.EqualTo(StandardWorkbookWriter.Write(kind, Forms.Zeros(kind))));
    }

    [TestCase("2019")]
    [TestCase("2021")]
    public void A_filled_workbook_is_read_without_findings(string edition)
    {
        var kind = Form(edition);
        var year = kind.Years.From ?? kind.Years.To ?? 2025;
        Assert.That(Forms.Lines(Forms.Read(StandardWorkbookWriter.Write(kind, Forms.Zeros(kind, year)))), Is.Empty);
    }

    [TestCase("2019")]
    [TestCase("2021")]
    public void Every_figure_is_read_back_from_its_own_cell(string edition)
    {
        var kind = Form(edition);
        var figures = Forms.Figures(kind, i => i + 1);
        var report = Forms.Read(
            StandardWorkbookWriter.Write(kind, Forms.Zeros(kind) with { Figures = figures, Previous = figures })).Value!;
        Assert.Multiple(() =>
        {
            foreach (var (key, value) in figures)
            {
                Assert.That(report.Table(key.Table)!.Find(key.Row, key.Column)!.Number, Is.EqualTo(value), key.ToString());
                Assert.That(report.PreviousTable(key.Table)!.Find(key.Row, key.Column)!.Number, Is.EqualTo(value),
                    $"previous {key}");
            }
        });
    }

    [TestCase("2019")]
    [TestCase("2021")]
    public void The_instructions_come_first_and_the_cover_has_a_title_and_a_hint(string edition)
    {
        var blank = StandardWorkbookWriter.Write(Form(edition), WorkbookValues.None);
        var workbook = new WorkbookOpener().Open(blank, "空白.xlsx").Workbook!;
        Assert.That(workbook.Sheets.Take(2).Select(s => s.Name), Is.EqualTo(new[] { "填报说明", "封面" }));
        var cover = workbook.Sheets[1];
        Assert.That(cover[new(1, 1)].Text, Is.EqualTo("政府信息公开工作年度报告"));
        Assert.That(cover[new(2, 1)].Text, Does.Contain("* 的为必填项"));
        Assert.That(cover[new(3, 1)].Text, Is.EqualTo("机关全称"), "the mark is not part of the label, which is the contract");
    }

    [Test]
    public void Required_fields_are_marked_by_their_format_and_every_input_has_the_colour_of_inputs()
    {
        var kind = Form("2021");
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(StandardWorkbookWriter.Write(kind, WorkbookValues.None)), false);
        var book = document.WorkbookPart!;
        var formats = book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var codes = book.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value);
        CellFormat FormatOf(Cell cell) => formats[(int)cell.StyleIndex!.Value];
        IEnumerable<Cell> CellsOf(string sheet) => ((WorksheetPart)book.GetPartById(
            book.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!)).Worksheet!.Descendants<Cell>();

        var cover = CellsOf("封面").ToDictionary(c => c.CellReference!.Value!);
        var required = kind.Fields.Where(f => f.IsOffered).Index().ToDictionary(f => $"A{f.Index + 3}", f => f.Item.IsRequired);
        string? CodeOf(string place) => codes.GetValueOrDefault(FormatOf(cover[place]).NumberFormatId!.Value);
        Assert.That(required.Keys.ToDictionary(k => k, k => CodeOf(k) == "@\" *\""), Is.EqualTo(required));

        var inputs = new[] { "封面", "一、总体情况", "二、主动公开", "三、依申请公开", "四、复议诉讼", "五、问题与改进", "六、其他事项" }
            .SelectMany(CellsOf).Select(FormatOf).Where(f => f.Protection!.Locked?.Value == false).ToList();
        Assert.That(inputs, Has.Count.GreaterThan(150));
        Assert.That(inputs.Select(f => f.FillId!.Value).Distinct().Count(), Is.EqualTo(1));
        var alignments = cover.Where(c => c.Key[0] == 'B' && required.ContainsKey("A" + c.Key[1..]))
            .Select(c => FormatOf(c.Value).Alignment!.Horizontal!.Value).Distinct();
        Assert.That(alignments.Count(), Is.EqualTo(1), "the inputs of the cover");
    }

    [TestCase(Language.Chinese, "必填。", "请核对")]
    [TestCase(Language.English, "Required. ", "Please check")]
    public void Hints_are_in_the_language_of_the_kind(Language language, string prompt, string title)
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(StandardWorkbookWriter.Write(Form("2021") with { Language = language }, WorkbookValues.None)),
            false);
        var rules = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DataValidation>()).ToList();
        Assert.That(rules.Select(r => r.Prompt?.Value ?? ""), Has.Some.StartsWith(prompt));
        Assert.That(rules.Select(r => r.ErrorTitle?.Value).OfType<string>().Distinct(), Is.EqualTo(new[] { title }));
    }

    [Test]
    public void A_title_that_reads_like_a_label_is_left_out()
    {
        var form = Form("2021");
        var kind = form with { Title = LocalizedText.Same("机关全称（报告）") };
        var read = Forms.Read(StandardWorkbookWriter.Write(kind, Forms.Zeros(form)));
        Assert.That(Forms.Lines(read), Is.Empty);
    }
}
