using System.Collections.Immutable;
using ReportGen.Rules;
using ReportGen.Totals;

namespace ReportGen.Benchmarks;

/// <summary>Adding up a district's workbooks, compared with reading and checking them.</summary>
public static class TotalsBenchmark
{
    private const int Bodies = 200;

    /// <summary>Measures with 200 full reports, and with twice as many.</summary>
    public static Task<IReadOnlyList<Measurement>> RunAsync() => Task.FromResult(Run());

    private static IReadOnlyList<Measurement> Run()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-bench-").FullName;
        try
        {
            VariedWorkbooks.Write(folder, 2 * Bodies);
            var pipeline = ReportPipeline.Load(Repository.Templates, null!).Value!;
            var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
            foreach (var file in files.Take(50)) Read(pipeline, file);
            ImmutableArray<Submission> submissions = [];
            var reading = Processor(() => submissions = [.. files.Select(f => Read(pipeline, f))]) / 2;
            Add(pipeline, submissions[..Bodies], folder);
            var adding = Processor(() => Add(pipeline, submissions[..Bodies], folder));
            var twice = Processor(() => Add(pipeline, submissions, folder));
            return
            [
                new Measurement($"totals: {Bodies} full reports added up and written, traced, by reading and checking them",
                    adding, "ms", reading, 1),
                new Measurement($"totals: {2 * Bodies} reports by twice {Bodies}", twice, "ms", 2 * adding, 1.3),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Submission Read(ReportPipeline pipeline, string file)
    {
        var read = pipeline.Read(file);
        return new Submission(file, read.Report! with { Sections = [] }, pipeline.FindingsOf(read, new CheckOptions()));
    }

    private static void Add(ReportPipeline pipeline, ImmutableArray<Submission> submissions, string folder)
    {
        var first = submissions[0].Report!;
        var wishes = new TotalOptions { Body = "某市人民政府", Year = first.Year, Edition = pipeline.KindOf(first) };
        var total = DistrictAdder.Add(wishes, null, submissions).Value!;
        if (total.Counted.Length != submissions.Length) throw new InvalidOperationException("Not every report was counted.");
        TotalWorkbook.Write(wishes.Edition, total, Path.Combine(folder, "total.xlsx"));
    }

    // Processor time, so that other load on the machine does not count.
    private static double Processor(Action action)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
