using System.Diagnostics;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;

namespace ReportGen.Benchmarks;

/// <summary>Measures the browser alone: the floors with which builds are compared.</summary>
public static class PrintingFloor
{
    /// <summary>Measures one cold run of the bare browser, which prints an HTML file to a PDF file and exits.</summary>
    public static Cost Cold(string html, string? fontFolder)
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-floor-").FullName;
        try
        {
            var page = Path.Combine(folder, "report.html");
            var pdf = Path.Combine(folder, "report.pdf");
            File.WriteAllText(page, html);
            var seconds = RunBare(new Uri(page).AbsoluteUri, pdf, fontFolder);
            if (new FileInfo(pdf) is not { Exists: true, Length: > 0 })
                throw new InvalidOperationException("The bare browser made no PDF.");
            return seconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Measures a bare loop in one warm browser: reused pages, content set in place, no screen layout, PDF discarded. The start
    /// of the browser is not counted.
    /// </summary>
    public static async Task<Cost> LoopAsync(IReadOnlyList<string> documents, int pages, string? fontFolder)
    {
        var options = new ChromiumPrinterOptions();
        await using var browser = await BrowserProcess.StartAsync(
            Browser(), options, FontConfiguration.EnvironmentFor(fontFolder, []), CancellationToken.None);
        var open = await Task.WhenAll(Enumerable.Range(0, pages)
            .Select(_ => BrowserPage.OpenAsync(browser.Connection, CancellationToken.None)));
        foreach (var page in open) await page.PrintAsync(PrintedMarkup.Prepare(documents[0]), CancellationToken.None);
        var next = -1;
        using var meter = new ProcessTreeMeter(Environment.ProcessId, withRoot: true);
        await Task.WhenAll(open.Select(async page =>
        {
            for (var i = Interlocked.Increment(ref next); i < documents.Count; i = Interlocked.Increment(ref next))
                await page.PrintAsync(PrintedMarkup.Prepare(documents[i]), CancellationToken.None);
        }));
        return meter.Stop();
    }

    private static Cost RunBare(string address, string pdf, string? fontFolder)
    {
        var start = new ProcessStartInfo(Browser(),
        [
            "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            $"--print-to-pdf={pdf}", address,
        ]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in FontConfiguration.EnvironmentFor(fontFolder, [])) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var meter = new ProcessTreeMeter(process.Id, withRoot: true);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        process.WaitForExit();
        return meter.Stop();
    }

    private static string Browser() =>
        BrowserLocator.Find() ?? throw new InvalidOperationException("There is no browser on this machine.");
}
