using System.Diagnostics;
using ReportGen.Printing;
using ReportGen.Printing.Chromium;

namespace ReportGen.Benchmarks;

/// <summary>How long it takes to notice that a page or the whole browser has died in the middle of a print.</summary>
public static class FaultsBenchmark
{
    private const int Turns = 7;

    private static readonly string Endless = "<!doctype html><title>x</title>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 60))
        + string.Concat(Enumerable.Repeat("<p>x</p>", 400_000));

    /// <summary>Kills renderers and browsers, several of each; the middle value counts.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync() =>
    [
        new Measurement("faults: a killed page is noticed after", await MiddleAsync(IsRenderer), "ms", null, 1000),
        new Measurement("faults: a killed browser is noticed after", await MiddleAsync(id => !CommandLine(id).Contains("--type=", StringComparison.Ordinal)), "ms", null, 1000),
    ];

    private static async Task<double> MiddleAsync(Func<int, bool> isMeant)
    {
        var times = new List<double>();
        for (var i = 0; i < Turns; i++) times.Add(await NoticeAsync(isMeant));
        return times.Order().ElementAt(Turns / 2);
    }

    private static async Task<double> NoticeAsync(Func<int, bool> isMeant)
    {
        await using var browser = await BrowserProcess.StartAsync(
            BrowserLocator.Find() ?? throw new InvalidOperationException("There is no browser on this machine."),
            new ChromiumPrinterOptions(), FontConfiguration.EnvironmentFor(null, []), CancellationToken.None);
        var page = await BrowserPage.OpenAsync(browser.Connection, CancellationToken.None);
        var printing = page.PrintAsync(Endless, CancellationToken.None);
        // It is to die at work, not while the document still comes in.
        await Task.Delay(500);
        var clock = Stopwatch.StartNew();
        foreach (var id in ProcessTreeMeter.Family(browser.ProcessId).Where(isMeant)) Process.GetProcessById(id).Kill();
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
