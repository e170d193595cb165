using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Printing;
using ReportGen.Printing.Pdf;
using ReportGen.Printing.Preflight;
using ReportGen.Tests.Printing.Pdf;

namespace ReportGen.Tests.Printing;

public sealed class PdfPreflightTests
{
    private byte[] _good = [];

    [OneTimeSetUp]
    public async Task Print() => _good = await SamplePdf.FinishedAsync();

    [Test]
    public void A_good_file_gives_no_finding() => Assert.That(Check(_ => { }), Is.Empty);

    [Test]
    public void Each_broken_rule_gives_an_error_with_clause_and_place()
    {
        var found = Check(f =>
        {
            f.Annotation()["F"] = null;
            f.Element("Figure")["Alt"] = null;
            f.AddContent("0 0 1 1 re f");
        });

        Assert.That(found.Select(d => (d.Id, d.Severity, ErrorCauses.Of(d))), Is.EqualTo(new[]
        {
            ("printing.pdf-rule", Severity.Error, ErrorCause.Program),
            ("printing.pdf-rule", Severity.Error, ErrorCause.Program),
            ("printing.pdf-template", Severity.Error, ErrorCause.Template),
        }));
        Assert.That(found[0].Message.English, Does.Match(
            @"^The PDF of “题” breaks the rule “annotations have flags” \(PDF/A-2a 6\.3\.2; object \d+\); no PDF was created\.$"));
        Assert.That(found[1].Message.Chinese, Is.EqualTo(
            "《题》的 PDF 不符合规则“每页内容有标签，或标为页面装饰”（PDF/UA-1 7.1；第 1 页），未生成 PDF。"));
        Assert.That(found[2].Remedy!.English, Does.Contain("aria-label"));
    }

    [TestCase("lang", "printing.no-language")]
    [TestCase("title", "printing.no-title")]
    [TestCase("tags", "printing.not-tagged")]
    [TestCase("font", "printing.font-not-embedded")]
    public void Some_rules_keep_an_id_of_their_own(string what, string id) => Assert.That(
        Check(f =>
        {
            if (what == "lang") f.Catalog("Lang", null);
            else if (what == "title") f.Xmp("dc:title", "dc:description");
            else if (what == "tags") f.Catalog("MarkInfo", null);
            else f.GlyphFont()["FontDescriptor"] = null;
        }).Select(d => d.Id),
        Has.Member(id));

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
        Assert.That(Check(f => f.Page()["MediaBox"] = Box(width, height)), isA4 ? Is.Empty : Is.Not.Empty);

    [Test]
    public void A_page_of_another_size_is_named() => Assert.That(
        Check(f => f.Page()["MediaBox"] = Box(612, 792)).Single().Message.English,
        Is.EqualTo("Page 1 is not A4 (216 × 279 mm)."));

    [Test]
    public async Task Faults_of_a_real_print_are_found()
    {
        await using var printer = Printers.Create();
        var outcome = await printer.PrintAsync(new(
            "<html lang=zh-CN><style>@page{size:A5}</style><h1>一<h3>三</h3><svg role=img><rect width=9 height=9 /></svg>", "无题"));

        Assert.That(outcome.Value, Is.Null, "a PDF that breaks a rule is not published");
        Assert.That(outcome.Diagnostics.Select(d => d.Id), Is.EqualTo(
            new[] { "printing.no-title", "printing.pdf-template", "printing.pdf-template", "printing.page-size" }),
            string.Join('\n', outcome.Diagnostics.Select(d => d.Message.English)));
    }

    private ImmutableArray<Diagnostic> Check(Action<PdfFile> edit) =>
        PdfPreflight.Check(PdfInspection.Read(SamplePdf.Edited(_good, edit)), "题");

    private static PdfArray Box(double width, double height) =>
        new(Real(0), Real(0), Real(width), Real(height));

    private static PdfNumber Real(double value) => new(
        value, System.Text.Encoding.ASCII.GetBytes(value.ToString("0.0###", System.Globalization.CultureInfo.InvariantCulture)));
}
