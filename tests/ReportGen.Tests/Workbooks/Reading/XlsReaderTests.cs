using ReportGen.Documents;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;
using ReportGen.Workbooks.Mapping;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Workbooks.Reading;

/// <summary>A workbook in the old format says what the same workbook says in the new one.</summary>
public sealed class XlsReaderTests
{
    private const string Source = "annual-disclosure/source/004-赫山区工业和信息化局.yaml";

    /// <summary>The example of <see cref="Source"/> as LibreOffice saves it in the old format.</summary>
    public static readonly string File = Path.Combine(
        RepositoryFiles.Root, "tests", "ReportGen.Tests", "Workbooks", "Files", "example-saved-as-xls-by-libreoffice.xls");

    [Test]
    public void It_gives_the_same_report()
    {
        var read = new ReportReader(ExampleFiles.EditionsFor(Source)).Read(new WorkbookOpener().Open(File).Workbook!);
        Assert.That(read.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);

        var documents = DocumentRenderer.Render(read.Value!, ExampleFiles.Templates(ExampleFiles.Report(Source).Kind), RenderOptions.Published);
        Assert.That(documents.Value!.Html.Html, Is.EqualTo(System.IO.File.ReadAllText(ExampleFiles.ExpectedOf(Source, ".html"))));
    }
}
