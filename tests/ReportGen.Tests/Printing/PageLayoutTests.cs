using System.Diagnostics;
using ReportGen.Documents;
using ReportGen.Printing;
using ReportGen.Printing.Preflight;

namespace ReportGen.Tests.Printing;

/// <summary>The page layout required of official documents, with the bundled fonts.</summary>
public sealed class PageLayoutTests
{
    private const string Layout = """
        @page :right{@bottom-right{content:"— " counter(page) " —";font:14pt/1 "ReportGen Song";vertical-align:top;
          padding:4.5mm 14pt 0 0}}
        @page :left{@bottom-left{content:"— " counter(page) " —";font:14pt/1 "ReportGen Song";vertical-align:top;
          padding:4.5mm 0 0 14pt}}
        body{margin:0;font-size:16pt;line-height:28.95pt;letter-spacing:-.21pt;text-rendering:geometricPrecision}
        p{margin:0;orphans:1;widows:1}
        """;

    private ChromiumPrinter _printer = null!;

    [OneTimeSetUp]
    public void StartPrinter() => _printer = Printers.Create();

    [OneTimeTearDown]
    public async Task EndPrinter() => await _printer.DisposeAsync();

    [TestCase(22, 1)]
    [TestCase(23, 2)]
    [TestCase(44, 2)]
    public async Task A_page_holds_22_lines_of_28_characters(int lines, int pages)
    {
        Printers.RequireFonts();
        var printed = await PrintAsync($"<p>{new string('国', 28 * lines)}</p>", Layout);

        Assert.That(printed.Pages, Is.EqualTo(pages));
    }

    [Test]
    public async Task Page_numbers_are_on_the_outer_side_of_odd_and_even_pages()
    {
        Printers.RequireFonts();
        var printed = await PrintAsync("<p style='break-after:page'>一</p><p>二</p>", Layout);
        var words = await WordsAsync(printed.Pdf);

        Assert.That(words.Where(w => w.Text is "1" or "2").Select(w => (w.Text, Outside: w.X > 297)),
            Is.EqualTo(new[] { ("1", true), ("2", false) }));
        Assert.That(words.Count(w => w.Text == "—"), Is.EqualTo(4));
    }

    [TestCase("<p>宿州市埇桥区、峃口镇、张堃、李喆、王䶮、朱镕</p>")]
    [TestCase("<h1>埇桥区</h1><h2>喆</h2><p><b>粗体</b><i>斜体</i></p><table><tr><th>表头<td>1</table>")]
    [TestCase("<p>〔2025〕①⑩㎡℃％×÷“引号”‘单’……——·《书》【】12.5% ABC</p>")]
    public async Task No_font_is_embedded_as_type_3(string body)
    {
        Printers.RequireFonts();
        var fonts = PdfInspection.Read((await PrintAsync(body, Layout)).Pdf).Fonts;

        Assert.That(fonts.Select(f => f.Subtype), Is.All.EqualTo("Type0").And.Not.Empty);
    }

    private async Task<PrintedDocument> PrintAsync(string body, string style)
    {
        var outcome = await _printer.PrintAsync(Printers.Document(body, style: style));
        Assert.That(outcome.Diagnostics.Select(d => d.Message.English), Is.Empty);
        return outcome.Value!;
    }

    private static async Task<(string Text, double X)[]> WordsAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-bbox", file, "-"]) { RedirectStandardOutput = true })!;
            var xml = await process.StandardOutput.ReadToEndAsync();
            return System.Text.RegularExpressions.Regex.Matches(xml, "<word xMin=\"([0-9.]+)\".*>(.*)</word>")
                .Select(
                    m => (m.Groups[2].Value, double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)))
                .ToArray();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("pdftotext (poppler-utils) is not on this machine");
            return [];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
