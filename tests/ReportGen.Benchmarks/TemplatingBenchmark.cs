using System.Diagnostics;
using System.Text;
using ReportGen.Bindings;
using ReportGen.Documents;
using ReportGen.Templating;
using ReportGen.Templating.Errors;
using Scriban.Parsing;

namespace ReportGen.Benchmarks;

/// <summary>The template language: parse once, render many.</summary>
public static class TemplatingBenchmark
{
    private const int WarmTurns = 300;
    private const int Turns = 1000;

    /// <summary>Measures with the templates and the first example of the repository.</summary>
    public static Task<IReadOnlyList<Measurement>> RunAsync() => Task.FromResult(Run());

    /// <summary>Measures with the templates and the first example of the repository.</summary>
    public static IReadOnlyList<Measurement> Run()
    {
        var root = Repository.Root;
        var pipeline = ReportPipeline.Load(Path.Combine(root, "templates"), null!).Value!;
        var workbook = Directory.GetFiles(Path.Combine(root, "examples"), "*.xlsx", SearchOption.AllDirectories)
            .Where(f => !f.Contains("as-published", StringComparison.Ordinal)).Order().First();
        var report = pipeline.Read(workbook).Report!;
        var library = pipeline.TemplatesOf(pipeline.KindOf(report)).Value!;
        var bound = ProseBinder.Bind(report).Value!;
        RenderedDocuments Render() => DocumentRenderer.Render(bound, library, RenderOptions.Published).Value!;

        var documents = Render();
        var characters = documents.Html.Html.Length + documents.Markdown.Length;
        var (milliseconds, bytes) = Measure(() => Render());
        var (copying, _) = Measure(() => new StringBuilder().Append(documents.Html.Html).Append(documents.Markdown).ToString());
        var texts = Directory.GetFiles(Path.Combine(root, "templates"), "*.sbn-html", SearchOption.AllDirectories)
            .Select(File.ReadAllText).ToArray();
        var (parsing, _) = Measure(() => Array.ForEach(texts, text => ReportTemplate.Parse(text, "t", isHtml: true)));
        return
        [
            new Measurement("templating: page and Markdown of a full report, warm", milliseconds, "ms", null, 3),
            new Measurement("templating: bytes allocated for one character of output", bytes / characters, "B", null, 100),
            new Measurement("templating: parsing all HTML templates", parsing, "ms", null, 10),
            new Measurement("templating: copying that output, for comparison", copying, "ms", null, 3),
        ];
    }

    private static (double Milliseconds, double Bytes) Measure(Action action)
    {
        for (var i = 0; i < WarmTurns; i++) action();
        var times = new double[Turns];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Turns; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Turns;
        Array.Sort(times);
        return (times[Turns / 2], bytes);
    }
}
