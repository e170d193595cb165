using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportGen.Definitions;
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
}
