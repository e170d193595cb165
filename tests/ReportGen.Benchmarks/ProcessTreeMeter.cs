using System.Collections.Immutable;
using System.Globalization;

namespace ReportGen.Benchmarks;

/// <summary>The cost of a measured run.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">The total processor time of all processes.</param>
/// <param name="PeakMegabytes">The peak of the total memory of all processes (proportional set size).</param>
public sealed record Cost(double Seconds, double CpuSeconds, double PeakMegabytes);

/// <summary>The total memory of all processes at one moment.</summary>
/// <param name="Seconds">The time since the start.</param>
/// <param name="Megabytes">Their proportional set size.</param>
public sealed record MemorySample(double Seconds, double Megabytes);

/// <summary>Samples a process and all its descendants, including the browser, from /proc.</summary>
public sealed class ProcessTreeMeter : IDisposable
{
    private const double TicksPerSecond = 100;
    private readonly int _root;
    private readonly bool _withRoot;
    private readonly Thread _thread;
    private readonly Dictionary<int, double> _cpu = [];
    private readonly Dictionary<int, double> _before = [];
    private readonly ManualResetEventSlim _stop = new();
    private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
    private readonly List<MemorySample> _memory = [];
    private int _round;

    /// <summary>Starts measuring the descendants of a process.</summary>
    /// <param name="root">The process.</param>
    /// <param name="withRoot">Whether to include the process itself.</param>
    public ProcessTreeMeter(int root, bool withRoot)
    {
        _root = root;
        _withRoot = withRoot;
        foreach (var id in Tree()) _before[id] = Cpu(id);
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Stops measuring and returns the cost.</summary>
    public Cost Stop()
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        _stop.Set();
        _thread.Join();
        Sample();
        return new Cost(seconds, _cpu.Sum(p => p.Value - _before.GetValueOrDefault(p.Key)),
            _memory.Select(m => m.Megabytes).DefaultIfEmpty().Max());
    }

    /// <summary>The memory over time; valid after <see cref="Stop"/>.</summary>
    public ImmutableArray<MemorySample> Memory => [.. _memory];

    public void Dispose() => _stop.Set();

    private void Run()
    {
        while (!_stop.Wait(50)) Sample();
    }

    private void Sample()
    {
        var tree = Tree();
        foreach (var id in tree) _cpu[id] = Math.Max(_cpu.GetValueOrDefault(id), Cpu(id));
        // Reading the proportional set size is slow and pauses the process, so memory is sampled every two seconds.
        if (_round++ % 40 == 39) _memory.Add(new MemorySample(_clock.Elapsed.TotalSeconds, tree.Sum(Megabytes)));
    }

    /// <summary>Returns a process and all its descendants.</summary>
    public static List<int> WithDescendants(int root)
    {
        var family = new List<int> { root };
        for (var i = 0; i < family.Count; i++) family.AddRange(Children(family[i]));
        return family;
    }

    private List<int> Tree()
    {
        var tree = WithDescendants(_root);
        if (!_withRoot) tree.RemoveAt(0);
        return tree;
    }

    // The kernel's list of children: scanning all of /proc would distort the measurement.
    private static IEnumerable<int> Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{id}/task").SelectMany(task => (Read($"{task}/children") ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static double Cpu(int id) => Stat(id) is { } s
        ? (double.Parse(s[11], CultureInfo.InvariantCulture) + double.Parse(s[12], CultureInfo.InvariantCulture)) / TicksPerSecond
        : 0;

    private static double Megabytes(int id)
    {
        var line = Read($"/proc/{id}/smaps_rollup")?.Split('\n')
            .FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null
            ? 0
            : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    // The fields after the name, which may contain blanks: state, parent, …
    private static string[]? Stat(int id) =>
        Read($"/proc/{id}/stat") is { } stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
