using System.Diagnostics;
using System.Runtime.Versioning;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// The program, its browser or a renderer is killed at a random moment while reports are published. After another run, every
/// published file has the same bytes as after a run without disturbance.
/// </summary>
[Category("Browser"), Category("Slow"), Parallelizable(ParallelScope.All)]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class KilledWhilePublishingTests
{
    private const int Reports = 6;
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    private readonly Lazy<SortedDictionary<string, string>> _undisturbed = new(() =>
    {
        using var kind = Inbox();
        using var process = Start(kind, "build");
        Assert.That(ExitCodeOf(process), Is.Zero);
        return Published(kind);
    });

    [TestCase("program", "build", 1)]
    [TestCase("program", "build", 2)]
    [TestCase("program", "watch", 3)]
    [TestCase("browser", "build", 4)]
    [TestCase("renderer", "build", 5)]
    public void A_run_after_a_kill_gives_the_same_files(string victim, string command, int seed) => Round(victim, command, seed);

    [Test, Explicit("Takes a quarter of an hour.")]
    public void Many_runs_after_kills_give_the_same_files(
        [Values("program", "browser", "renderer")] string victim, [Values("build", "watch")] string command,
        [Range(100, 119)] int seed) => Round(victim, command, seed);

    private void Round(string victim, string command, int seed)
    {
        using var kind = Inbox();
        var random = new Random(seed);
        using (var process = Start(kind, command))
        {
            KillWhilePublishing(kind, process, victim, after: random.Next(Reports), TimeSpan.FromMicroseconds(random.Next(4000)));
            var code = ExitCodeOf(process);
            if (victim != "program") Assert.That(code, Is.Zero, "It continues with another browser or page.");
        }

        if (victim == "program")
        {
            using var again = Start(kind, command);
            Assert.That(ExitCodeOf(again), Is.Zero);
        }

        Assert.That(Published(kind), Is.EqualTo(_undisturbed.Value));
        var journal = Journal.Open(OutputFolder.Open(kind["out"]));
        Assert.That(journal.Entries.Select(e => (e.Workbook, e.State)).Distinct().Count(), Is.EqualTo(Reports));
    }

    // Publishing a report takes some milliseconds, in which its staging folder exists.
    private static void KillWhilePublishing(ToyKind kind, Process process, string victim, int after, TimeSpan delay)
    {
        var (journal, staging) = (kind["out", ".reportgen", "journal.ndjson"], kind["out", ".reportgen", "staging"]);
        var target = 0;
        for (var waited = Stopwatch.StartNew(); !process.HasExited && waited.Elapsed < s_timeout;)
        {
            if (target == 0) target = Find(process.Id, victim);
            if (target == 0 || Lines(journal) < after || !IsPublishing(staging)) continue;
            for (var pause = Stopwatch.StartNew(); pause.Elapsed < delay;) Thread.SpinWait(100);
            ProcessFamily.Kill(target);
            return;
        }
    }

    private static bool IsPublishing(string staging) =>
        Directory.Exists(staging) && Directory.EnumerateDirectories(staging).Any();

    private static int Find(int program, string victim) => victim switch
    {
        "program" => program,
        "browser" => ProcessFamily.Of(program).FirstOrDefault(ProcessFamily.IsBrowser),
        _ => ProcessFamily.Of(program).FirstOrDefault(ProcessFamily.IsRenderer),
    };

    private static long Lines(string file) => File.Exists(file) ? File.ReadAllBytes(file).Count(b => b == (byte)'\n') : 0;

    private static ToyKind Inbox()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        var kind = new ToyKind();
        for (var i = 0; i < Reports; i++) kind.Workbook($"in/{i:00}.xlsx", $"Shop {i:00}", apples: i + 1);
        return kind;
    }

    private static Process Start(ToyKind kind, string command)
    {
        var process = Process.Start(ToolProgram.With(
            [command, kind["in"], "-o", kind["out"], "--formats", "pdf,html,md", "--templates", kind.Templates,
                .. command == "watch" ? ["--once"] : Array.Empty<string>()]))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int ExitCodeOf(Process process)
    {
        Assert.That(process.WaitForExit(s_timeout), Is.True, "The program does not end.");
        return process.ExitCode;
    }

    /// <summary>The content of all published files by their relative paths; the ledger contains times.</summary>
    private static SortedDictionary<string, string> Published(ToyKind kind) => new(
        Directory.GetDirectories(kind["out"]).Where(d => Path.GetFileName(d) != OutputFolder.OwnFolderName)
            .SelectMany(d => Directory.GetFiles(d, "*", SearchOption.AllDirectories))
            .ToDictionary(f => Path.GetRelativePath(kind["out"], f), f => Convert.ToHexString(File.ReadAllBytes(f))),
        StringComparer.Ordinal);
}
