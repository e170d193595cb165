using ReportGen.Printing;

namespace ReportGen.Benchmarks;

/// <summary>
/// A batch of full reports to PDF and HTML, including reading and checking, compared with a bare loop in one warm browser that
/// prints the same pages.
/// </summary>
public static class BatchBenchmark
{
    private const int Rounds = 3;
    private const int Reports = 200;
    private const int Settled = 20;
    private const int GrowthReports = 2000;

    /// <summary>Measures the batch with its printing and the floor alternately, so that other load affects both.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-batch-").FullName;
        try
        {
            VariedWorkbooks.Write(Path.Combine(folder, "in"), Reports);
            var fonts = FontConfiguration.FindFolder(Path.Combine(Path.GetDirectoryName(Repository.Tool)!, "fonts"));
            var (ours, floor) = (new List<ToolRun>(), new List<Cost>());
            for (var i = 0; i < Rounds; i++)
            {
                var output = Path.Combine(folder, $"out-{i}");
                ours.Add(ToolRun.Build(Path.Combine(folder, "in"), output, "--formats", "pdf,html"));
                if (ours[i].States.GetValueOrDefault("built") != Reports)
                    throw new InvalidOperationException("Not all were built.");
                floor.Add(await PrintingFloor.LoopAsync(Pages(output), Math.Clamp(Environment.ProcessorCount, 2, 4), fonts));
            }

            return Compare(ours, floor);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Pages(string output) =>
        [.. Directory.GetFiles(output, "*.html", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "index.html")
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>Measures whether ten times as many reports take ten times as long, without printing.</summary>
    public static Task<IReadOnlyList<Measurement>> GrowthAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-growth-").FullName;
        try
        {
            VariedWorkbooks.Write(Path.Combine(folder, "many"), GrowthReports);
            VariedWorkbooks.Write(Path.Combine(folder, "few"), GrowthReports / 10);
            var few = ToolRun.Build(Path.Combine(folder, "few"), Path.Combine(folder, "out-few"), "--formats", "html");
            var many = ToolRun.Build(Path.Combine(folder, "many"), Path.Combine(folder, "out-many"), "--formats", "html");
            var again = ToolRun.Build(Path.Combine(folder, "many"), Path.Combine(folder, "out-many"), "--formats", "html");
            return Task.FromResult<IReadOnlyList<Measurement>>(
            [
                new Measurement($"growth: time per report of {GrowthReports}, against {GrowthReports / 10}, without printing",
                    many.Cost.Seconds / GrowthReports * 1000, "ms", few.Cost.Seconds / (GrowthReports / 10) * 1000, 1.1),
                new Measurement($"growth: memory of {GrowthReports} reports, without printing", many.Cost.PeakMegabytes,
                    "MB", null, 350),
                new Measurement($"growth: a second run over {GrowthReports} unchanged reports", again.Cost.Seconds,
                    "s", null, 10),
            ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Measurement> Compare(List<ToolRun> ours, List<Cost> floor) =>
    [
        new Measurement($"batch: reports a second, {Reports} to PDF and HTML", Reports / Median(ours, r => r.Cost.Seconds), "/s",
            Reports / Median(floor, f => f.Seconds), 0.88, MoreIsBetter: true),
        new Measurement("batch: processor time per report", Median(ours, r => r.Cost.CpuSeconds) / Reports * 1000, "ms",
            Median(floor, f => f.CpuSeconds) / Reports * 1000, 1.1),
        new Measurement("batch: memory of all processes", ours.Max(r => r.Cost.PeakMegabytes), "MB", null, 550),
        new Measurement("batch: time of a late report, against an early one",
            Median(ours, r => Pace(r, Reports / 2, Reports)), "ms", Median(ours, r => Pace(r, Settled, Reports / 2)), 1.15),
        new Measurement("batch: memory in the last quarter, against the second", Median(ours, r => MemoryIn(r, 0.75, 1)), "MB",
            Median(ours, r => MemoryIn(r, 0.25, 0.5)), 1.15),
    ];

    private static double Median<T>(List<T> runs, Func<T, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);

    // The mean time between two reports, in milliseconds.
    private static double Pace(ToolRun run, int from, int to) => (run.Done[to - 1] - run.Done[from - 1]) / (to - from) * 1000;

    private static double MemoryIn(ToolRun run, double from, double to)
    {
        var span = run.Memory.Where(m => m.Seconds >= run.Cost.Seconds * from && m.Seconds <= run.Cost.Seconds * to)
            .Select(m => m.Megabytes);
        return span.DefaultIfEmpty(double.NaN).Average();
    }
}
