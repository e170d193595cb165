using ReportGen.Diagnostics;
using ReportGen.Documents.Reviews;
using ReportGen.Model;
using ReportGen.Printing;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Documents.Reviews;

/// <summary>The printed 审核表 is always exactly one page, whatever its findings.</summary>
[Category("Browser")]
public sealed class ReviewPrintTests
{
    private ChromiumPrinter _printer = null!;

    [OneTimeSetUp]
    public void StartPrinter() => _printer = Printers.Create();

    [OneTimeTearDown]
    public async Task EndPrinter() => await _printer.DisposeAsync();

    [Test]
    public async Task A_review_in_english_is_one_page()
    {
        Printers.RequireFonts();
        const string message =
            "Altogether incomprehensible: municipal administrative departments' figures notwithstanding, the grand total "
                + "disagrees with its constituent parts considerably.";
        var review =
            SampleReview.Of(
                [.. Enumerable.Range(1, 60)
                    .Select(i => SampleReview.Finding($"workbook.empty-cell-{i}", Severity.Error, $"XFD{i}", message))]);
        await PrintOnOnePageAsync(review with { Language = Language.English }, "Reviewer", "error");
    }

    [TestCase(0, 1, false)]
    [TestCase(1, 1, false)]
    [TestCase(9, 4, false)]
    [TestCase(300, 1, false)]
    [TestCase(300, 4, false)]
    [TestCase(300, 400, false)]
    [TestCase(40, 400, true)]
    [TestCase(300, 1, true)]
    public async Task A_review_is_one_page(int findings, int times, bool isLongAbove)
    {
        Printers.RequireFonts();
        var message = string.Concat(Enumerable.Repeat("总计 12 与各项之和 11 不符。", times));
        var review =
            SampleReview.Of(
                [.. Enumerable.Range(1, findings)
                    .Select(i => SampleReview.Finding($"workbook.empty-cell-{i}", Severity.Error, $"XFD{i}", message))]);
        var name = string.Concat(Enumerable.Repeat("很长的名称", 200));
        if (isLongAbove) review = review with { Body = name, Title = name, FileName = name + ".xlsx", Edition = new(name, name) };
        await PrintOnOnePageAsync(review, "审核人", "错误");
    }

    [TestCase(9)]
    [TestCase(300)]
    public async Task A_review_of_a_report_with_blanks_is_one_page(int findings)
    {
        Printers.RequireFonts();
        var field = new Field { Id = "blanks", Name = string.Concat(Enumerable.Repeat("空格按零计", 20)), Text = "是" };
        var review = SampleReview.Of(
            [.. Enumerable.Range(1, findings).Select(i => SampleReview.Finding("T3-04", Severity.Error, $"B{i}"))]);
        var blanks = new BlankDeclaration(field, [("表二", 10), ("表三", 144), ("表四", 12)]);
        await PrintOnOnePageAsync(review with { Blanks = blanks }, "审核人", "错误");
    }

    private async Task PrintOnOnePageAsync(Review review, string reviewer, string severity)
    {
        var printed = await _printer.PrintAsync(ReviewRendererTests.Render(review));

        Assert.That(printed.Diagnostics.Select(d => d.Message.English), Is.Empty);
        Assert.That(printed.Value!.Pages, Is.EqualTo(1));
        var words = await PdfWords.OfAsync(printed.Value.Pdf);
        double sign = words.Single(w => w.Text == reviewer).Top,
            maker = words.Last(w => w.Text.EndsWith("ReportGen", StringComparison.Ordinal)).Top;
        Assert.That((sign, maker), Is.EqualTo((758d, 793d)).Within(6), "the last lines stand at the foot of the page");
        Assert.That(words.Where(w => w.Text == severity && w.Top > 250).Select(w => w.Top), Is.All.LessThan(sign - 20));
    }
}
