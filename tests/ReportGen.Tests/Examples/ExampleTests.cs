using ReportGen.Documents;
using ReportGen.Tests.Documents;
using ReportGen.Workbooks.Writing;

namespace ReportGen.Tests.Examples;

public class ExampleTests
{
    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Sources))]
    public void A_workbook_is_made_from_its_source(string source)
    {
        var values = ExampleFiles.Values(source);

        Approval.Check(ExampleFiles.WorkbookOf(source), StandardWorkbookWriter.Write(values.Kind, values.Values));
    }

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Publishable))]
    public void A_workbook_gives_its_approved_documents(string source)
    {
        var (report, kind) = ExampleFiles.Report(source);

        var outcome = Rendered.From(report, ExampleFiles.Templates(kind), RenderOptions.Published);

        Assert.That(outcome.Diagnostics.Select(d => $"{d.Location}: {d.Message.English}"), Is.Empty);
        Approval.Check(ExampleFiles.ExpectedOf(source, ".html"), outcome.Value!.Html.Html);
        Approval.Check(ExampleFiles.ExpectedOf(source, ".md"), outcome.Value.Markdown);
    }
}
