using System.Text;
using ReportGen.Printing.Pdf;
using ReportGen.Printing.Preflight;
using static ReportGen.Tests.Printing.Pdf.SamplePdf;

namespace ReportGen.Tests.Printing.Pdf;

/// <summary>Each rule is broken on purpose, once.</summary>
public sealed partial class PdfRulesTests
{
    private byte[] _good = [];

    [OneTimeSetUp]
    public async Task Print() => _good = await FinishedAsync();

    [Test]
    public void A_printed_document_breaks_no_rule() => Assert.That(Broken(_good), Is.Empty);

    [Test]
    public void Every_rule_is_broken_by_a_test() =>
        Assert.That(s_breaches.Select(b => b.Rule), Is.EquivalentTo(PdfRules.All.Select(r => r.English)));

    [Test]
    public void Rules_have_clauses_and_words()
    {
        Assert.Multiple(() =>
        {
            foreach (var rule in PdfRules.All)
            {
                Assert.That(rule.Clauses, Does.Match(@"^(A|UA) \d+(\.\d+)*(, (A |UA )?\d+(\.\d+)*)*$"), rule.English);
                Assert.That(rule.Chinese, Does.Match(@"\p{IsCJKUnifiedIdeographs}").And.Not.EndsWith("。"), rule.English);
                Assert.That(rule.English, Does.Match("^[a-zA-Z].*[^.]$"), rule.Chinese);
            }
        });
        Assert.That(PdfRules.All.Select(r => r.Chinese), Is.Unique);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_breach_is_found(string rule, object breach)
    {
        var bad = ((Breach)breach).Make([.. _good]);
        Assert.That(Broken(bad), Has.Member(rule));
    }

    private static string[] Broken(byte[] pdf)
    {
        var inspection = PdfInspection.Read(pdf);
        return [.. PdfRules.All.Where(r => r.FindBreach(inspection) is not null).Select(r => r.English)];
    }

    private static IEnumerable<TestCaseData> Cases() =>
        s_breaches.Select(b => new TestCaseData(b.Rule, b).SetArgDisplayNames(b.Rule));

    private static Breach Objects(string rule, Action<PdfFile> edit) => new(rule, pdf => Edited(pdf, edit));

    private static Breach Bytes(string rule, string from, string to) => new(rule, pdf => Patched(pdf, from, to));

    private static Breach Content(string rule, string operators) => Objects(rule, f => f.AddContent(operators));

    private static PdfName Name(string text) => new(text);

    private static PdfNumber Number(double value) => new(value);

    private static PdfString Text(string text) => PdfString.OfText(text);

    private static void SetAll(PdfFile file, string key, PdfValue? value, params string[] types)
    {
        foreach (var item in file.Objects)
        {
            if (item.Dictionary is not { } element || !types.Contains(file.Name(element["S"]))) continue;
            element[key] = value;
            item.IsChanged = true;
        }
    }

    private sealed record Breach(string Rule, Func<byte[], byte[]> Make);
}
