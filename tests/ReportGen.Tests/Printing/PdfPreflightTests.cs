using ReportGen.Printing;
using ReportGen.Printing.Pdf;

namespace ReportGen.Tests.Printing;

public sealed class PdfPreflightTests
{
    private static readonly PdfFacts s_good = new()
    {
        Pages = [(594.96, 841.92), (841.92, 594.96)],
        HasTitle = true,
        HasLanguage = true,
        IsTagged = true,
        HasOutline = true,
        Type3Fonts = 0,
        FontsNotEmbedded = [],
    };

    [Test]
    public void A_good_file_gives_no_finding() => Assert.That(PdfPreflight.Check(s_good), Is.Empty);

    [TestCaseSource(nameof(Faults))]
    public void Each_fault_gives_its_finding(object facts, string id) =>
        Assert.That(PdfPreflight.Check((PdfFacts)facts).Select(d => d.Id), Is.EqualTo(new[] { id }));

    [TestCase(595.28 + 1.4, 841.89 - 1.4, true)]
    [TestCase(841.89 - 1.4, 595.28 + 1.4, true)]
    [TestCase(595.28 + 1.6, 841.89, false)]
    [TestCase(595.28 - 1.6, 841.89, false)]
    [TestCase(595.28, 841.89 + 1.6, false)]
    [TestCase(595.28, 841.89 - 1.6, false)]
    [TestCase(841.89, 595.28 + 1.6, false)]
    [TestCase(841.89 + 1.6, 595.28, false)]
    [TestCase(595.28, 595.28, false)]
    [TestCase(841.89, 841.89, false)]
    public void A_page_is_A4_within_half_a_millimetre(double width, double height, bool isA4) =>
        Assert.That(PdfPreflight.Check(s_good with { Pages = [(width, height)] }), isA4 ? Is.Empty : Is.Not.Empty);

    [Test]
    public void The_first_page_of_another_size_is_named()
    {
        var finding = PdfPreflight.Check(s_good with { Pages = [.. s_good.Pages, (612, 792), (1, 1)] }).Single();
        Assert.That(finding.Message.English, Is.EqualTo("Page 3 is not A4 (216 × 279 mm)."));
    }

    [Test]
    public async Task Faults_of_a_real_print_are_found()
    {
        await using var printer = Printers.Create();
        var outcome = await printer.PrintAsync(new("<html><style>@page{size:A5}</style><p>无题", "无题"));

        Assert.That(outcome.Diagnostics.Select(d => d.Id),
            Is.EqualTo(new[] { "printing.no-title", "printing.page-size" }));
    }

    private static IEnumerable<TestCaseData> Faults() =>
    [
        new(s_good with { HasTitle = false }, "printing.no-title"),
        new(s_good with { HasLanguage = false }, "printing.no-language"),
        new(s_good with { IsTagged = false }, "printing.not-tagged"),
        new(s_good with { Pages = [(594.96, 841.92), (612, 792)] }, "printing.page-size"),
        new(s_good with { Type3Fonts = 3 }, "printing.type3-font"),
        new(s_good with { FontsNotEmbedded = ["SimSun"] }, "printing.font-not-embedded"),
    ];
}
