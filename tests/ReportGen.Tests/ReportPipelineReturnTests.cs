using ReportGen.Diagnostics;
using ReportGen.Printing;
using ReportGen.Rules;
using ReportGen.Tests.Cli;
using ReportGen.Workbooks.Annotation;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests;

/// <summary>The documents that are returned to the author of a workbook.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReportPipelineReturnTests
{
    [Test]
    public async Task A_workbook_with_errors_is_returned_marked_with_a_page()
    {
        using var kind = new ToyKind();
        await using var printer = new ChromiumPrinter();
        var pipeline = ReportPipeline.Load(kind.Templates, printer).Value!;
        var read = pipeline.Read(kind.Workbook("a.xlsx", "Corner Shop", apples: null));

        var returned = pipeline.Return(read, pipeline.FindingsOf(read, new()), CheckProfile.Strict, Language.English).Value!;

        var list = ReturnedWorkbookReader.Read(new WorkbookOpener().Open(returned.Workbook, "a.xlsx").Workbook!)!.Value;
        Assert.That(list.Single().Id, Is.EqualTo("workbook.empty-cell"));
        Assert.That(returned.Page.Title, Is.EqualTo("Review: Report of Corner Shop"));
        Assert.That(returned.Page.Html,
            Does.Contain("Corner Shop").And.Contain(read.Workbook.Sha256).And.Contain("strict: 0 applied").And
                .Contain("Small report (main)"));
    }

    [TestCase(CheckProfile.Default, "默认")]
    [TestCase(CheckProfile.Strict, "严格")]
    [TestCase(CheckProfile.Minimal, "从简")]
    public void The_chinese_name_of_a_profile_has_no_english_in_it(CheckProfile profile, string name) =>
        Assert.That(PipelineMessages.NameOf(profile).Chinese, Is.EqualTo(name));

    [Test]
    public async Task A_file_that_is_not_a_workbook_is_returned_as_a_list_with_a_page()
    {
        using var kind = new ToyKind();
        await using var printer = new ChromiumPrinter();
        var pipeline = ReportPipeline.Load(kind.Templates, printer).Value!;
        var read = pipeline.Read("%PDF-1.7"u8.ToArray(), "inbox/年报.xlsx");

        var returned = pipeline.Return(read, pipeline.FindingsOf(read, new()), CheckProfile.Default, Language.Chinese).Value!;

        Assert.That(returned.Page.Title, Is.EqualTo("审核表：年报.xlsx"));
        Assert.That(new WorkbookOpener().Open(returned.Workbook, "a.xlsx").Workbook!.Sheets.Select(s => s.Name),
            Is.EqualTo(new[] { "问题清单" }));
    }

    [Test]
    public async Task A_kind_can_have_a_page_of_its_own()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("review.sbn-html", "<p>{{ body }}: {{ errors }}</p>");
        await using var printer = new ChromiumPrinter();
        var pipeline = ReportPipeline.Load(kind.Templates, printer).Value!;
        var read = pipeline.Read(kind.Workbook("a.xlsx", "Corner Shop", apples: null));

        Assert.That(pipeline.Review(read, pipeline.FindingsOf(read, new()), CheckProfile.Default, Language.English).Value!.Html,
            Is.EqualTo("<p>Corner Shop: 1</p>"));
    }

    [Test]
    public async Task An_error_in_the_page_is_reported_at_its_location()
    {
        using var kind = new ToyKind();
        kind.WriteTemplate("review.sbn-html", "<p>{{ bodi }}</p>");
        await using var printer = new ChromiumPrinter();
        var pipeline = ReportPipeline.Load(kind.Templates, printer).Value!;
        var read = pipeline.Read(kind.Workbook("a.xlsx", "Corner Shop", apples: null));

        var returned = pipeline.Return(read, read.Diagnostics, CheckProfile.Default, Language.English);

        Assert.That(returned.Value, Is.Null);
        Assert.That(returned.Diagnostics.Single().Location!.ToString(), Does.EndWith("review.sbn-html(1,7)"));
    }
}
