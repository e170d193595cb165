using ReportGen.Printing;
using ReportGen.Printing.Pdf;

namespace ReportGen.Tests.Printing;

public sealed class PdfPreflightTests
{
    private static readonly PdfFacts Good = new()
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
    public void A_good_file_gives_no_finding() => Assert.That(PdfPreflight.Check(Good), Is.Empty);

    [TestCaseSource(nameof(Faults))]
    public void Each_fault_gives_its_finding(object facts, string id) =>
        Assert.That(PdfPreflight.Check((PdfFacts)facts).Select(d => d.Id), Is.EqualTo(new[] { id }));

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
        new(Good with { HasTitle = false }, "printing.no-title"),
        new(Good with { HasLanguage = false }, "printing.no-language"),
        new(Good with { IsTagged = false }, "printing.not-tagged"),
        new(Good with { Pages = [(594.96, 841.92), (612, 792)] }, "printing.page-size"),
        new(Good with { Type3Fonts = 3 }, "printing.type3-font"),
        new(Good with { FontsNotEmbedded = ["SimSun"] }, "printing.font-not-embedded"),
    ];
}
