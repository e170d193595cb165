using System.Text.RegularExpressions;
using ReportGen.Bindings;
using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen.Benchmarks;

/// <summary>All rules over a full report, and over prose so long that superlinear time is noticeable.</summary>
public static class RulesBenchmark
{
    private const int Megabyte = 1024 * 1024;
    // Warm-up includes the runtime's tiered recompilation in the background.
    private const int WarmTurns = 600;
    private const int Turns = 300;
    private const int Rounds = 15;

    /// <summary>Measures with the templates and the longest example of the repository.</summary>
    public static Task<IReadOnlyList<Measurement>> RunAsync() => Task.FromResult(Run());

    private static IReadOnlyList<Measurement> Run()
    {
        var root = Repository.Root;
        var pipeline = ReportPipeline.Load(Path.Combine(root, "templates"), null!).Value!;
        var reports = Directory.GetFiles(Path.Combine(root, "examples"), "*.xlsx", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => pipeline.Read(f).Report!).ToArray();
        var report = reports.MaxBy(r => r.Sections.Sum(s => s.Blocks.Sum(b => b.Text.Length)))!;
        var kind = pipeline.Rules.Of(pipeline.KindOf(report));
        var prose = Prose(report);
        var options = new CheckOptions { Bound = ProseBinder.Bind(report).Value };
        var milliseconds = Processor(Turns, WarmTurns, () => ReportChecker.Check(report, kind, options));
        var pass = Processor(Turns, WarmTurns, () => OnePass.Count(prose));
        return
        [
            new Measurement($"rules: all {kind.Rules.Length} over a full report of {prose.Length} characters, warm", milliseconds,
                "ms", null, 5),
            new Measurement("rules: one pattern over that prose, for comparison", pass, "ms", null, 1),
            .. Linear("author's", prose, report, kind),
            .. Linear("one long sentence of numbers", "共12345件，其中1件、", report, kind),
            .. Linear("brackets and blanks", "（ （【〔《", report, kind),
            .. Linear("one character", "的", report, kind),
        ];
    }

    /// <summary>Measures 0.25, 0.5 and 1 MB of prose; the floor is the time for 0.25 MB, scaled by size.</summary>
    private static IEnumerable<Measurement> Linear(string name, string pattern, Report report, KindRules rules)
    {
        var quarter = Long(Megabyte / 4, pattern, report, rules);
        var half = Long(Megabyte / 2, pattern, report, rules);
        var whole = Long(Megabyte, pattern, report, rules);
        yield return new Measurement($"rules: 0.5 MB of prose ({name}) by twice 0.25 MB", half, "ms", 2 * quarter, 1.5);
        yield return new Measurement($"rules: 1 MB of prose ({name}) by four times 0.25 MB", whole, "ms", 4 * quarter, 1.5);
    }

    /// <summary>Measures prose of a number of UTF-8 bytes, as one block in one section.</summary>
    private static double Long(int bytes, string pattern, Report report, KindRules rules)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, (bytes / 3 / pattern.Length) + 1))[..(bytes / 3)];
        var section = report.Sections.First(s => !s.Blocks.IsEmpty);
        var longer = report with
        {
            Sections = report.Sections.Replace(section,
                section with { Blocks = [section.Blocks[0] with { Level = "body", Text = text }] }),
        };
        var options = new CheckOptions { Bound = ProseBinder.Bind(longer).Value };
        return Processor(5, 2, () => ReportChecker.Check(longer, rules, options));
    }

    private static string Prose(Report report) =>
        string.Concat(report.Sections.SelectMany(s => s.Blocks).Select(b => b.Text + "\n"));

    /// <summary>
    /// Measures the processor time of one call in milliseconds, so that other load on the machine does not count. Takes the
    /// median of several rounds, so that background work of the runtime does not count either.
    /// </summary>
    private static double Processor(int turns, int warm, Action action)
    {
        for (var i = 0; i < warm; i++) action();
        GC.Collect();
        var rounds = new double[Math.Min(turns, Rounds)];
        for (var round = 0; round < rounds.Length; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < turns / rounds.Length; i++) action();
            rounds[round] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (turns / rounds.Length);
        }

        return rounds.Order().ElementAt(rounds.Length / 2);
    }

    private static Regex OnePass { get; } = new("[0-9]+[件条项份]", RegexOptions.NonBacktracking);
}
