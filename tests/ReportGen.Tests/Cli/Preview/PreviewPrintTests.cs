using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportGen.Printing;
using ReportGen.Tests.Architecture;
using ReportGen.Tests.Examples;

namespace ReportGen.Tests.Cli.Preview;

/// <summary>The preview breaks pages as the PDF does: every page of every example begins with the same words.</summary>
[Category("Browser"), Category("Slow")]
public sealed partial class PreviewPrintTests
{
    // Collects the first characters of every page.
    private const string Beginnings = """
        (() => {
          const doc = document.getElementById('frame').contentDocument;
          const range = doc.createRange(), walker = doc.createTreeWalker(doc.body, 4);
          const step = parseFloat(document.querySelectorAll('#pages .page')[1].style.top), begin = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (node.parentElement.closest('caption')) continue;
            for (let i = 0; i < node.data.length; i++) {
              if (!/\S/.test(node.data[i])) continue;
              range.setStart(node, i);
              range.setEnd(node, i + 1);
              const box = range.getBoundingClientRect(), page = Math.floor((box.top + box.height / 2) / step);
              if (box.width && (begin[page] ?? '').length < 8) begin[page] = (begin[page] ?? '') + node.data[i];
            }
          }
          return begin;
        })()
        """;

    private TestBrowser _browser = null!;
    private ChromiumPrinter _printer = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        Printing.Printers.RequireFonts();
        _printer = Printing.Printers.Create();
        _browser = (await TestBrowser.StartAsync(Printing.Printers.Fonts))!;
    }

    [OneTimeTearDown]
    public async Task EndBrowser()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_printer is not null) await _printer.DisposeAsync();
    }

    [TestCaseSource(typeof(ExampleFiles), nameof(ExampleFiles.Publishable))]
    public async Task Every_page_begins_as_in_print(string source)
    {
        await using var run = await PreviewRun.StartAsync(
            ExampleFiles.WorkbookOf(source), Path.Combine(RepositoryFiles.Root, "templates"), printer: _printer);
        await using var page = await _browser.OpenAsync(run.Invitation);
        await page.UntilAsync("document.getElementById('status').textContent.includes('as printed')");
        var begin = await page.ValueAsync<string[]>(Beginnings);
        var printed = await PrintedPagesAsync(
            await run.Client.GetByteArrayAsync($"/reports/{run.Session.Reports.First().File.Id}/pdf"));
        Assert.That(
            begin.Select(
                (words, i) => printed[i].StartsWith(words, StringComparison.Ordinal)
                    ? ""
                    : $"{i + 1}: {words} / {printed[i][..Math.Min(12, printed[i].Length)]}"),
            Is.All.Empty);
        Assert.That(begin, Has.Length.EqualTo(printed.Length));
    }

    [Test]
    public async Task Pages_are_compared_with_the_PDF_only_after_the_fonts_are_loaded()
    {
        const string seen =
            "[document.getElementById('status').textContent.includes('print'), "
                + "document.getElementById('frame').contentDocument.fonts.status]";
        await using var run = await PreviewRun.StartAsync(
            ExampleFiles.WorkbookOf(ExampleFiles.Publishable().First()), Path.Combine(RepositoryFiles.Root, "templates"),
            printer: _printer);
        await using var page = await _browser.OpenAsync(run.Invitation);
        await page.UntilAsync("document.getElementById('status').textContent.includes('as printed')");
        await page.SlowDownAsync(2_000_000);
        await page.GoAsync(run.Address);
        await page.UntilAsync($"document.documentElement.dataset.shown && (window.seen = {seen})[1] === 'loading'");
        Assert.That(await page.ValueAsync<bool>("window.seen[0]"), Is.False);
        await page.UntilAsync($"(window.seen = {seen})[0]");
        Assert.That(await page.ValueAsync<string>("window.seen[1]"), Is.EqualTo("loaded"));
    }

    private static async Task<string[]> PrintedPagesAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("report.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            return [
                .. text.TrimEnd('\f').Split('\f')
                    .Select(
                        (p, i) => Blanks().Replace(p, "")
                            .Replace(string.Create(CultureInfo.InvariantCulture, $"—{i + 1}—"), "", StringComparison.Ordinal))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("pdftotext (poppler-utils) is not on this machine");
            return [];
        }
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();
}
