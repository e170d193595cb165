using ReportGen.Documents;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;
using ReportGen.Printing.Pdf;
using ReportGen.Printing.Preflight;

namespace ReportGen.Benchmarks;

/// <summary>What completing and checking a PDF adds to printing it, for every example.</summary>
public static class PdfBenchmark
{
    private const int Turns = 40;

    // Until the code is compiled as fast as that of the published program.
    private const int WarmTurns = 150;

    /// <summary>Measures with the examples of the repository.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var root = Repository.Root;
        var pipeline = ReportPipeline.Load(Path.Combine(root, "templates"), null!).Value!;
        var documents = Directory.GetFiles(Path.Combine(root, "examples"), "*.xlsx", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => pipeline.Render(pipeline.Read(f), new RenderOptions()).Value)
            .OfType<RenderedDocuments>().Select(d => d.Html).ToArray();
        var (printed, printing) = await PrintAsync(documents);
        var finished = documents.Zip(printed, (d, p) => PdfFinisher.Finish([.. p], d)).ToArray();
        var finishing = Times(documents.Length, i => PdfFinisher.Finish([.. printed[i]], documents[i]));
        var checking = Times(documents.Length, i => PdfPreflight.Check(PdfInspection.Read(finished[i]), ""));
        return
        [
            new Measurement($"pdf: checking against {PdfRules.All.Length} rules, median of {documents.Length} reports",
                Median(checking), "ms", null, 3),
            new Measurement("pdf: completing, the same reports", Median(finishing), "ms", null, 5),
            new Measurement("pdf: completing and checking by printing in the browser", finishing.Sum() + checking.Sum(), "ms",
                printing, 0.1),
            new Measurement("pdf: size by that of the browser's PDF", finished.Sum(f => f.Length) / 1024.0, "kB",
                printed.Sum(p => p.Length) / 1024.0, 1.05),
        ];
    }

    // The processor time of the browser, one report after the other on one warm page.
    private static async Task<(byte[][] Printed, double Milliseconds)> PrintAsync(FinishedDocument[] documents)
    {
        var fonts = FontConfiguration.EnvironmentFor(FontConfiguration.FindFolder(), []);
        await using var browser = await BrowserProcess.StartAsync(
            BrowserLocator.Find()!, new ChromiumPrinterOptions(), fonts, CancellationToken.None);
        var page = await BrowserPage.OpenAsync(browser.Connection, CancellationToken.None);
        var printed = new byte[documents.Length][];
        async Task PrintAllAsync()
        {
            for (var i = 0; i < documents.Length; i++)
                printed[i] = (await page.PrintAsync(PrintedMarkup.Prepare(documents[i].Html), CancellationToken.None)).Pdf;
        }
        for (var warm = 0; warm < 3; warm++) await PrintAllAsync();
        using var meter = new ProcessTreeMeter(Environment.ProcessId, withRoot: false);
        for (var turn = 0; turn < 5; turn++) await PrintAllAsync();
        return (printed, meter.Stop().CpuSeconds * 1000 / 5);
    }

    /// <summary>The processor time of an action on each document, warm, in milliseconds.</summary>
    private static double[] Times(int documents, Action<int> action)
    {
        for (var warm = 0; warm < WarmTurns; warm++)
            for (var i = 0; i < documents; i++) action(i);
        var times = new double[documents];
        for (var i = 0; i < documents; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var turn = 0; turn < Turns; turn++) action(i);
            times[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Turns;
        }
        return times;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
