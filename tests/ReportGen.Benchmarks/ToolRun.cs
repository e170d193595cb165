using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace ReportGen.Benchmarks;

/// <summary>A run of the published tool, as a user would start it.</summary>
/// <param name="Cost">What it cost, with the browser's processes.</param>
/// <param name="Done">When each report was finished, in seconds since the first event.</param>
/// <param name="States">The number of reports in each state.</param>
/// <param name="Memory">The memory of all processes over time.</param>
public sealed record ToolRun(Cost Cost, ImmutableArray<double> Done, ImmutableDictionary<string, int> States,
    ImmutableArray<MemorySample> Memory)
{
    /// <summary>Runs <c>reportgen build</c> to completion.</summary>
    public static ToolRun Build(string inbox, string output, params string[] options)
    {
        if (!File.Exists(Repository.Tool))
            throw new InvalidOperationException($"{Repository.Tool} is missing: run ./build.sh dist");
        var start = new ProcessStartInfo(Repository.Tool, ["build", inbox, "-o", output, "--format", "json", .. options])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var meter = new ProcessTreeMeter(process.Id, withRoot: true);
        var errors = process.StandardError.ReadToEndAsync();
        var (done, states) = Follow(process.StandardOutput);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"reportgen ended with {process.ExitCode}: {errors.Result}{string.Join(", ", states)}");
        }

        return new ToolRun(meter.Stop(), done, states, meter.Memory);
    }

    private static (ImmutableArray<double> Done, ImmutableDictionary<string, int> States) Follow(StreamReader events)
    {
        var clock = Stopwatch.StartNew();
        var done = ImmutableArray.CreateBuilder<double>();
        var states = new Dictionary<string, int>();
        while (events.ReadLine() is { } line)
        {
            if (!line.Contains("\"event\":\"report\"", StringComparison.Ordinal)) continue;
            using var json = JsonDocument.Parse(line);
            var state = json.RootElement.GetProperty("state").GetString()!;
            if (json.RootElement.TryGetProperty("reason", out var reason)) state += $" ({reason.GetProperty("en").GetString()})";
            states[state] = states.GetValueOrDefault(state) + 1;
            done.Add(clock.Elapsed.TotalSeconds);
        }

        return (done.DrainToImmutable(), states.ToImmutableDictionary());
    }
}
