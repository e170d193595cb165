using System.Diagnostics;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;

namespace ReportGen.Benchmarks;

/// <summary>The time to notice that a page or the browser has crashed during a print.</summary>
public static class FaultsBenchmark
{
    private const int Turns = 7;

    private static readonly string s_endless = "<!doctype html><title>x</title>"
        + string.Concat(Enumerable.Repeat("<table><tr><td>", 60))
        + string.Concat(Enumerable.Repeat("<p>x</p>", 400_000));

    /// <summary>Kills several renderers and browsers and takes the median.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync() =>
    [
        new Measurement("faults: a killed page is noticed after", await MedianAsync(IsRenderer), "ms", null, 1000),
        new Measurement("faults: a killed browser is noticed after",
            await MedianAsync(id => !CommandLine(id).Contains("--type=", StringComparison.Ordinal)), "ms", null, 1000),
    ];

    private static async Task<double> MedianAsync(Func<int, bool> isTarget)
    {
        var times = new List<double>();
        for (var i = 0; i < Turns; i++) times.Add(await NoticeAsync(isTarget));
        return times.Order().ElementAt(Turns / 2);
    }

    private static async Task<double> NoticeAsync(Func<int, bool> isTarget)
    {
        await using var browser = await BrowserProcess.StartAsync(
            BrowserLocator.Find() ?? throw new InvalidOperationException("There is no browser on this machine."),
            new ChromiumPrinterOptions(), FontConfiguration.EnvironmentFor(null, []), CancellationToken.None);
        var page = await BrowserPage.OpenAsync(browser.Connection, CancellationToken.None);
        var printing = page.PrintAsync(s_endless, CancellationToken.None);
        // Kill it during the print, not while the document is loading.
        await Task.Delay(500);
        var clock = Stopwatch.StartNew();
        foreach (var id in ProcessTreeMeter.WithDescendants(browser.ProcessId).Where(isTarget)) Process.GetProcessById(id).Kill();
        try
        {
            await printing;
            throw new InvalidOperationException("It was printed before it was killed.");
        }
        catch (BrowserException)
        {
            return clock.Elapsed.TotalMilliseconds;
        }
    }

    private static bool IsRenderer(int id) => CommandLine(id).Contains("--type=renderer", StringComparison.Ordinal);

    private static string CommandLine(int id) => File.ReadAllText($"/proc/{id}/cmdline");
}
