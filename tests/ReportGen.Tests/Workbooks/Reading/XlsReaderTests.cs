using ReportGen.Documents;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Documents;
using ReportGen.Tests.Examples;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>A workbook in the .xls format gives the same report as in .xlsx.</summary>
public sealed class XlsReaderTests
{
    private const string Source = "annual-disclosure/source/004-赫山区工业和信息化局.yaml";

    /// <summary>The workbook <see cref="Source"/>, saved as .xls by LibreOffice.</summary>
    public static readonly string File = Path.Combine(
        RepositoryFiles.Root, "tests", "ReportGen.Tests", "Workbooks", "Files", "example-saved-as-xls-by-libreoffice.xls");

    [Test]
    public void An_xls_gives_the_same_report()
    {
        var read = new ReportReader(ExampleFiles.EditionsFor(Source)).Read(new WorkbookOpener().Open(File).Workbook!);
        Assert.That(read.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);

        var documents = Rendered.From(read.Value!, ExampleFiles.Templates(ExampleFiles.Report(Source).Kind),
            RenderOptions.Published);
        Assert.That(documents.Value!.Html.Html, Is.EqualTo(System.IO.File.ReadAllText(ExampleFiles.ExpectedOf(Source, ".html"))));
    }

    [TestCase(0, WorkbookState.Opened)]
    [TestCase(-1, WorkbookState.Refused)]
    public void As_many_rows_as_the_limit_are_read_and_not_one_more(int difference, WorkbookState state)
    {
        var rows = new WorkbookOpener().Open(File).Workbook!.Sheets
            .Max(s => s.Cells.Select(c => c.Address.Row).Distinct().Count());
        var opened = new WorkbookOpener(new WorkbookLimits { RowsPerSheet = rows + difference }).Open(File);
        Assert.That(opened.State, Is.EqualTo(state));
        Assert.That(opened.Diagnostics.Select(d => d.Id),
            state == WorkbookState.Opened ? Is.Empty : Is.EqualTo(new[] { "file.over-limit" }));
    }
}
