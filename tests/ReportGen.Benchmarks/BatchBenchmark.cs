using ReportGen.Printing;

namespace ReportGen.Benchmarks;

/// <summary>
/// A batch of full reports to PDF and HTML, including reading and checking, compared with a bare loop in one warm browser that
/// prints the same pages.
/// </summary>
public static class BatchBenchmark
{
    private const int Reports = 200;
    private const int Settled = 20;
    private const int GrowthReports = 2000;

    /// <summary>Measures the batch with its printing.</summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-batch-").FullName;
        try
        {
            VariedWorkbooks.Write(Path.Combine(folder, "in"), Reports);
            var ours = ToolRun.Build(Path.Combine(folder, "in"), Path.Combine(folder, "out"), "--formats", "pdf,html");
            if (ours.States.GetValueOrDefault("built") != Reports) throw new InvalidOperationException("Not all were built.");
            var pages = Directory.GetFiles(Path.Combine(folder, "out"), "*.html", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != "index.html").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
            var fonts = FontConfiguration.FindFolder(Path.Combine(Path.GetDirectoryName(Repository.Tool)!, "fonts"));
            var floor = await PrintingFloor.LoopAsync(pages, Math.Clamp(Environment.ProcessorCount, 2, 4), fonts);
            return Compare(ours, floor, pages.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

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

    private static IReadOnlyList<Measurement> Compare(ToolRun ours, Cost floor, int count) =>
    [
        new Measurement($"batch: reports a second, {count} to PDF and HTML", count / ours.Cost.Seconds, "/s",
            count / floor.Seconds, 0.88, MoreIsBetter: true),
        new Measurement("batch: processor time per report", ours.Cost.CpuSeconds / count * 1000, "ms",
            floor.CpuSeconds / count * 1000, 1.1),
        new Measurement("batch: memory of all processes", ours.Cost.PeakMegabytes, "MB", null, 550),
        new Measurement("batch: time of a late report, against an early one", Pace(ours, count / 2, count), "ms",
            Pace(ours, Settled, count / 2), 1.15),
        new Measurement("batch: memory in the last quarter, against the second", MemoryIn(ours, 0.75, 1), "MB",
            MemoryIn(ours, 0.25, 0.5), 1.15),
    ];

    // The mean time between two reports, in milliseconds.
    private static double Pace(ToolRun run, int from, int to) => (run.Done[to - 1] - run.Done[from - 1]) / (to - from) * 1000;

    private static double MemoryIn(ToolRun run, double from, double to)
    {
        var span = run.Memory.Where(m => m.Seconds >= run.Cost.Seconds * from && m.Seconds <= run.Cost.Seconds * to)
            .Select(m => m.Megabytes);
        return span.DefaultIfEmpty(double.NaN).Average();
    }
}
