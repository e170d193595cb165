using ReportGen.Benchmarks;

// The suites by name. A suite measures its floor in the same run, because ratios are comparable across machines and times are
// not.
var suites = new Dictionary<string, Func<Task<IReadOnlyList<Measurement>>>>
{
    ["templating"] = TemplatingBenchmark.RunAsync,
    ["rules"] = RulesBenchmark.RunAsync,
    ["pdf"] = PdfBenchmark.RunAsync,
    ["cold"] = ColdBenchmark.RunAsync,
    ["batch"] = BatchBenchmark.RunAsync,
    ["growth"] = BatchBenchmark.GrowthAsync,
    ["faults"] = FaultsBenchmark.RunAsync,
    ["watch"] = WatchBenchmark.RunAsync,
    ["totals"] = TotalsBenchmark.RunAsync,
    ["preview"] = PreviewBenchmark.RunAsync,
};

var unknown = args.Except(suites.Keys).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no suite {string.Join(", ", unknown)}. There are: {string.Join(", ", suites.Keys)}.");
    return 2;
}

var measurements = new List<Measurement>();
foreach (var name in args.Length > 0 ? args : [.. suites.Keys])
{
    Console.Error.WriteLine($"measuring {name} ...");
    measurements.AddRange(await suites[name]());
}

MeasurementTable.Write(Console.Out, measurements);
return measurements.All(m => m.IsMet) ? 0 : 1;
