using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Documents;
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
    [TestCase("box", "printing.missing-glyph")]
    public void Some_rules_keep_an_id_of_their_own(string what, string id) => Assert.That(
        Check(f =>
        {
            if (what == "lang") f.Catalog("Lang", null);
            else if (what == "title") f.Xmp("dc:title", "dc:description");
            else if (what == "tags") f.Catalog("MarkInfo", null);
            else if (what == "box") ShowCode(f, 0);
            else f.GlyphFont()["FontDescriptor"] = null;
        }).Select(d => d.Id),
        Has.Member(id));

    [Test]
    public void A_missing_character_is_one_finding_about_the_machine()
    {
        var found = Check(f => ShowCode(f, 0)).Single();

        Assert.That((found.Id, found.Severity, ErrorCauses.Of(found)), Is.EqualTo(
            ("printing.missing-glyph", Severity.Error, ErrorCause.Environment)));
        Assert.That(found.Remedy!.English, Does.Contain("reportgen doctor"));
    }

    [Test]
    public void A_fault_of_the_machines_fonts_does_not_stop_the_report_which_then_claims_nothing()
    {
        var bad = SamplePdf.Edited(_good, f => f.GlyphFont()["W"] = null);
        var outcome = ChromiumPrinter.Finish(new FinishedDocument("", "题"), new(bad, [], 1, null));

        var found = outcome.Diagnostics.Single();
        Assert.That((found.Id, found.Severity), Is.EqualTo(("printing.other-font", Severity.Warning)));
        Assert.That(found.Message.English, Does.Contain("does not claim").And.Contain("PDF/A-2a 6.2.11.5"));
        var xmp = PdfInspection.Read(outcome.Value!.Pdf).Xmp;
        Assert.That((xmp.IsWellFormed, xmp.HasValidExtensions, xmp.IsDefined), Is.EqualTo((true, true, true)));
        Assert.That(xmp.Title, Is.EqualTo("政府信息公开工作年度报告"));
        Assert.That(
            (xmp.Value(PdfMetadata.ArchiveNamespace, "part"), xmp.Value(PdfMetadata.AccessNamespace, "part")),
            Is.EqualTo(((string?)null, (string?)null)));
        var sound = ChromiumPrinter.Finish(new FinishedDocument("", "题"), new([.. _good], [], 1, null)).Value!.Pdf;
        Assert.That(PdfInspection.Read(sound).Xmp.Value(PdfMetadata.ArchiveNamespace, "part"), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_report_with_Type_3_fonts_is_printed()
    {
        await using var printer = Printers.Create();
        var outcome = await printer.PrintAsync(
            Printers.Document("<h1>题</h1><p><b>合成粗体</b>", style: "b{font-family:\"ReportGen Kai\";font-synthesis:weight}"));

        Assert.That(outcome.Diagnostics.Select(d => d.Id), Is.EqualTo(new[] { "printing.type3-font" }));
        Assert.That(PdfInspection.Read(outcome.Value!.Pdf).Xmp.Value(PdfMetadata.ArchiveNamespace, "part"), Is.EqualTo("2"),
            "PDF/A permits Type 3 fonts");
    }

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

    // Shows a glyph of the first font.
    private static void ShowCode(PdfFile file, int code)
    {
        var font = file.Dictionary(file.Dictionary(file.Page()["Resources"])!["Font"])!.Entries[0].Key;
        file.AddContent($"/Artifact BMC BT /{font} 9 Tf <{code:X4}> Tj ET EMC");
    }

    private static PdfArray Box(double width, double height) =>
        new(Real(0), Real(0), Real(width), Real(height));

    private static PdfNumber Real(double value) => new(
        value, System.Text.Encoding.ASCII.GetBytes(value.ToString("0.0###", System.Globalization.CultureInfo.InvariantCulture)));
}
