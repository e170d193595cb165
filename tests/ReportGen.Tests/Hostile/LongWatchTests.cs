using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// The memory of a watcher that runs for a long time. Set <c>REPORTGEN_TOOL</c> to measure the published program.
/// </summary>
[Category("Browser"), NonParallelizable]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class LongWatchTests
{
    private const int Workbooks = 25;
    private const int Submissions = 3000;

    // What is made once, and the reserve of the garbage collector, have their full size after some hundred submissions.
    private const int Warm = 500;
    private const int MaxGrowthInMegabytes = 16;

    [Test, Explicit("Takes half an hour. Prints the memory after every 100 submissions.")]
    public async Task Three_thousand_submissions_need_no_more_memory_than_five_hundred([Values(false, true)] bool underNewNames)
    {
        using var kind = new ToyKind();
        using var watcher = new WatchProcess(kind, "--format", "json");
        var (warm, done) = (0, 0);
        while (done < Submissions)
        {
            for (var i = 0; i < Workbooks; i++, done++)
            {
                var name = underNewNames ? done : i;
                kind.Workbook($"{name}.xlsx", $"Shop {name}", apples: done + 1);
                File.Move(kind[$"{name}.xlsx"], kind["in", $"{name}.xlsx"], overwrite: true);
            }

            await watcher.Until(() => watcher.Lines.Count(IsBuilt) == done, $"{done} reports");
            if (done % 100 == 0) TestContext.Out.WriteLine($"{done} submissions: {Megabytes(watcher.Id)} MB");
            if (done == Warm) warm = Megabytes(watcher.Id);
        }

        // Of every body, the journal and the ledger know something.
        var bodies = underNewNames ? Submissions : Workbooks;
        Assert.That(Megabytes(watcher.Id) - warm, Is.LessThan(MaxGrowthInMegabytes + (bodies / 200)));
    }

    private static bool IsBuilt(string line) => line.Contains("\"state\":\"built\"", StringComparison.Ordinal);

    private static int Megabytes(int process) =>
        int.Parse(Regex.Match(File.ReadAllText($"/proc/{process}/status"), @"RssAnon:\s+(\d+)").Groups[1].Value,
            CultureInfo.InvariantCulture) / 1024;
}
