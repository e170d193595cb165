using ReportGen.Printing;

namespace ReportGen.Benchmarks;

/// <summary>One cold <c>reportgen build</c> of one workbook, compared with the bare browser that prints the same page.</summary>
public static class ColdBenchmark
{
    private const int Rounds = 9;

    /// <summary>Measures both alternately, so that other load on the machine affects both.</summary>
    public static Task<IReadOnlyList<Measurement>> RunAsync() => Task.FromResult(Run());

    private static IReadOnlyList<Measurement> Run()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-cold-").FullName;
        try
        {
            VariedWorkbooks.Write(Path.Combine(folder, "in"), 1);
            var workbook = Path.Combine(folder, "in", "0001.xlsx");
            var page = Page(folder, workbook);
            var fonts = FontConfiguration.FindFolder(Path.Combine(Path.GetDirectoryName(Repository.Tool)!, "fonts"));
            var (ours, floor) = (new List<Cost>(), new List<Cost>());
            for (var i = 0; i < Rounds; i++)
            {
                floor.Add(PrintingFloor.Cold(page, fonts));
                ours.Add(ToolRun.Build(workbook, Path.Combine(folder, $"out-{i}")).Cost);
            }

            return
            [
                new Measurement("cold: build of one workbook", Median(ours, c => c.Seconds) * 1000, "ms",
                    Median(floor, c => c.Seconds) * 1000, 0.9),
                new Measurement("cold: processor time of it", Median(ours, c => c.CpuSeconds) * 1000, "ms",
                    Median(floor, c => c.CpuSeconds) * 1000, 2.0),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The first run is not measured: it makes the page and warms the disk cache.
    private static string Page(string folder, string workbook)
    {
        var output = Path.Combine(folder, "out");
        ToolRun.Build(workbook, output);
        return File.ReadAllText(Directory.GetFiles(output, "*.html", SearchOption.AllDirectories).Single());
    }

    private static double Median(List<Cost> costs, Func<Cost, double> of) => costs.Select(of).Order().ElementAt(costs.Count / 2);
}
