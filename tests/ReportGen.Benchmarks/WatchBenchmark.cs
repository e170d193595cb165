using System.Diagnostics;
using System.Threading.Channels;

namespace ReportGen.Benchmarks;

/// <summary>The watched folder: the time until a workbook is published, and the load of an idle watcher.</summary>
public static class WatchBenchmark
{
    private const int Drops = 5;
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Fills the inbox, waits until everything is published, adds single workbooks, then measures the idle watcher.
    /// </summary>
    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reportgen-watch-").FullName;
        var inbox = Directory.CreateDirectory(Path.Combine(folder, "in")).FullName;
        var workbooks = Examples();
        foreach (var workbook in workbooks.SkipLast(Drops)) Drop(workbook, inbox);
        using var process = Start(inbox, Path.Combine(folder, "out"));
        try
        {
            var events = Follow(process);
            for (var i = 0; i < workbooks.Count - Drops; i++) await NextReportAsync(events);
            var drops = new List<double>();
            foreach (var workbook in workbooks.TakeLast(Drops))
            {
                var clock = Stopwatch.StartNew();
                Drop(workbook, inbox);
                await NextReportAsync(events);
                drops.Add(clock.Elapsed.TotalSeconds);
            }

            return
            [
                new Measurement("watch: dropped to published, 2 s of it waiting", drops.Order().ElementAt(Drops / 2),
                    "s", null, 3),
                new Measurement("watch: processor when idle", await IdleShareAsync(process) * 100, "% of a core", null, 1),
            ];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Examples() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.xlsx", SearchOption.AllDirectories)
            .Where(f => !f.Contains("as-published", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static void Drop(string workbook, string inbox) =>
        File.Copy(workbook, Path.Combine(inbox, Path.GetFileName(workbook)));

    private static Process Start(string inbox, string output)
    {
        if (!File.Exists(Repository.Tool))
            throw new InvalidOperationException($"{Repository.Tool} is missing: run ./build.sh dist");
        return Process.Start(new ProcessStartInfo(Repository.Tool, ["watch", inbox, "-o", output, "--format", "json"])
            { RedirectStandardOutput = true })!;
    }

    private static Channel<string> Follow(Process process)
    {
        var events = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text) events.Writer.TryWrite(text);
            else events.Writer.TryComplete();
        };
        process.BeginOutputReadLine();
        return events;
    }

    private static async Task NextReportAsync(Channel<string> events)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await events.Reader.ReadAsync(timeout.Token) is var line)
        {
            if (line.Contains("\"state\":\"built\"", StringComparison.Ordinal)) return;
            if (line.Contains("\"event\":\"report\"", StringComparison.Ordinal)) throw new InvalidOperationException(line);
        }
    }

    // Includes the browser, which is still open.
    private static async Task<double> IdleShareAsync(Process process)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        var browser = Browser(process.Id);
        var before = Cpu(process.Id) + browser.Sum(Cpu);
        await Task.Delay(s_idle);
        return (Cpu(process.Id) + browser.Sum(Cpu) - before) / s_idle.TotalSeconds;
    }

    private static List<int> Browser(int parent)
    {
        var children = Directory.EnumerateDirectories($"/proc/{parent}/task")
            .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse).ToList();
        return [.. children, .. children.SelectMany(Browser)];
    }

    private static double Cpu(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalSeconds;
    }
}
