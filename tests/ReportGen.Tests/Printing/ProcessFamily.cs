using System.Diagnostics;

namespace ReportGen.Tests.Printing;

/// <summary>A process and its descendants, read from /proc.</summary>
internal static class ProcessFamily
{
    public static int[] Of(int root)
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Reads /proc");
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(p => p.Parent, p => p.Id);
        var family = new List<int> { root };
        for (var i = 0; i < family.Count; i++) family.AddRange(parents[family[i]]);
        return [.. family];
    }

    public static bool IsAlive(int id) => State(id) is not (null or 'Z');

    public static bool IsRenderer(int id) => CommandLine(id).Contains("--type=renderer", StringComparison.Ordinal);

    /// <summary>Whether a process is a browser itself, not one of its helper processes.</summary>
    public static bool IsBrowser(int id) =>
        CommandLine(id) is var line && line.Contains("--remote-debugging-pipe", StringComparison.Ordinal)
            && !line.Contains("--type=", StringComparison.Ordinal);

    /// <summary>
    /// Waits until a renderer has used a second of processor time since the call, which is more reliable on a busy machine than
    /// a fixed delay.
    /// </summary>
    /// <param name="root">The process whose descendants are searched.</param>
    /// <param name="ended">Renderers to ignore, because they were killed.</param>
    public static int BusyRenderer(int root, params IEnumerable<int> ended)
    {
        var before = new Dictionary<int, TimeSpan>();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(3); Thread.Sleep(20))
        {
            foreach (var id in Of(root).Where(IsRenderer).Except(ended))
            {
                before.TryAdd(id, ProcessorTime(id));
                if (ProcessorTime(id) - before[id] >= TimeSpan.FromSeconds(1)) return id;
            }
        }

        throw new TimeoutException("No renderer is at work.");
    }

    /// <summary>Ends a process like <c>kill -9</c>.</summary>
    public static void Kill(int id)
    {
        try
        {
            Process.GetProcessById(id).Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The process has already ended.
        }
    }

    /// <summary>Suspends a process. It can still be killed.</summary>
    public static void Suspend(int id)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -STOP {id}"]);
        kill.WaitForExit();
        Assert.That(() => State(id), Is.EqualTo('T').After(60).Seconds.PollEvery(10));
    }

    private static TimeSpan ProcessorTime(int id)
    {
        try
        {
            return Process.GetProcessById(id).TotalProcessorTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    // The state letter of /proc: Z is a zombie, T is stopped; null if there is no such process.
    private static char? State(int id) => Read($"/proc/{id}/stat") is { } stat ? stat[stat.LastIndexOf(')') + 2] : null;

    private static int Parent(int id) =>
        Read($"/proc/{id}/stat") is { } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]) : 0;

    private static string CommandLine(int id) => Read($"/proc/{id}/cmdline") ?? "";

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
