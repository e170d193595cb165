using System.Text;

namespace ReportGen.Tests.Printing;

/// <summary>The scripts of the national minorities are drawn by their own fonts, although no style sheet names these.</summary>
public sealed class ScriptPrintingTests
{
    [TestCase("བོད་ཡིག", "Tibetan")]
    [TestCase("ئۇيغۇر", "Arabic")]
    [TestCase("ᠮᠣᠩᠭᠣᠯ", "Mongolian")]
    [TestCase("ꆈꌠꁱꂷ", "Yi")]
    [TestCase("조선", "Hangul")]
    public async Task A_script_is_drawn_by_its_own_font_in_headings_and_text(string text, string font)
    {
        Printers.RequireFonts();
        await using var printer = Printers.Create();

        var outcome = await printer.PrintAsync(Printers.Document($"<h1>标题 {text}</h1><p>正文：{text}。</p>"));

        var pdf = Encoding.Latin1.GetString(outcome.Value!.Pdf);
        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(pdf, Does.Contain($"+ReportGen{font}-Regular"));
        foreach (var other in new[] { "Tibetan", "Arabic", "Mongolian", "Yi", "Hangul" }.Except([font]))
            Assert.That(pdf, Does.Not.Contain($"+ReportGen{other}-Regular"), "a font is embedded only where it is used");
    }

    [Test]
    public async Task A_Chinese_report_embeds_none_of_them()
    {
        Printers.RequireFonts();
        await using var printer = Printers.Create();

        var outcome = await printer.PrintAsync(Printers.Document("<h1>标题</h1><p>正文 2025，埇①★。</p>"));

        var pdf = Encoding.Latin1.GetString(outcome.Value!.Pdf);
        Assert.That(pdf, Does.Contain("+ReportGenFangSong-Regular"));
        Assert.That(pdf, Does.Not.Match(@"\+ReportGen(Tibetan|Arabic|Mongolian|Yi|Hangul)"));
    }
}
