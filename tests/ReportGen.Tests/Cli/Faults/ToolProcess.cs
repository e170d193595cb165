using System.Diagnostics;
using System.Text.Json;
using ReportGen.Printing;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Cli.Faults;

/// <summary><c>reportgen build</c> as a process of its own, whose events are followed as they come.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<JsonElement> _reports = [];
    private readonly HashSet<string> _stages = [];
    private readonly Task<string> _errors;

    private ToolProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>What went to the error stream; complete after <see cref="End"/>.</summary>
    public string Errors => _errors.Result;

    /// <summary>The reports done so far.</summary>
    public IReadOnlyList<JsonElement> Reports => _reports;

    public static ToolProcess Build(ToyKind kind, params string[] arguments) => Start(ToolProgram.With(CommandLine(kind, arguments)));

    /// <summary>As <see cref="Build"/>, with a limit on the size of any file that it writes.</summary>
    public static ToolProcess BuildWithFileLimit(int kilobytes, ToyKind kind, params string[] arguments) =>
        Start(ToolProgram.WithFileLimit(kilobytes, CommandLine(kind, arguments)));

    /// <summary>Waits until so many reports are done.</summary>
    public void WaitForReports(int count)
    {
        while (_reports.Count < count) Assert.That(ReadEvent(), Is.True, "The tool ended early.");
    }

    /// <summary>Waits until a workbook comes to a stage.</summary>
    public void WaitForStage(string workbook, string stage)
    {
        while (!_stages.Contains($"{workbook} {stage}")) Assert.That(ReadEvent(), Is.True, "The tool ended early.");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public int End()
    {
        while (ReadEvent())
        {
            // The reports are kept.
        }

        Assert.That(_process.WaitForExit(Patience), Is.True, "The tool does not end.");
        return _process.ExitCode;
    }

    /// <summary>How many reports ended in a state.</summary>
    public int Count(string state) => _reports.Count(r => r.GetProperty("state").GetString() == state);

    /// <summary>The ids of all findings.</summary>
    public IEnumerable<string> FindingIds() =>
        _reports.SelectMany(r => r.GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("id").GetString()!);

    /// <summary>The state and the reason of the report of a workbook.</summary>
    public (string State, string Reason) Report(string workbook)
    {
        var report = _reports.Single(r => Path.GetFileName(r.GetProperty("workbook").GetString()) == workbook);
        return (report.GetProperty("state").GetString()!, report.TryGetProperty("reason", out var reason) ? reason.GetProperty("en").GetString()! : "");
    }

    /// <summary>
    /// Kills one of its descendants that are meant, as <c>kill -9</c> does; waits until there is one. Only one: a report that
    /// moves from the first to the second would have been hit twice.
    /// </summary>
    public void KillDescendant(Func<int, bool> which)
    {
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < Patience; Thread.Sleep(10))
        {
            if (ProcessFamily.Of(Id).FirstOrDefault(which) is not (> 0 and var id)) continue;
            ProcessFamily.Kill(id);
            return;
        }

        Assert.Fail("There is no such process.");
    }

    /// <summary>Sends a signal by its name.</summary>
    public void Signal(string name) => ToolProgram.Signal(name, Id);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string[] CommandLine(ToyKind kind, string[] arguments)
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        return ["build", .. arguments, "--format", "json", "--lang", "en", "--templates", kind.Templates];
    }

    private static ToolProcess Start(ProcessStartInfo start) => new(Process.Start(start)!);

    private bool ReadEvent()
    {
        var reading = _process.StandardOutput.ReadLineAsync();
        Assert.That(reading.Wait(Patience), Is.True, "The tool says nothing.");
        if (reading.Result is not { } line) return false;
        var read = JsonDocument.Parse(line).RootElement;
        if (read.GetProperty("event").GetString() == "report") _reports.Add(read);
        if (read.TryGetProperty("stage", out var stage)) _stages.Add($"{Path.GetFileName(read.GetProperty("workbook").GetString())} {stage.GetString()}");
        return true;
    }
}
