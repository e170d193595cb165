using System.Diagnostics;
using System.Text.Json;
using ReportGen.Printing;
using ReportGen.Tests.Printing;

namespace ReportGen.Tests.Cli.Faults;

/// <summary><c>reportgen build</c> as a process, whose events are read as they arrive.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

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

    /// <summary>The text on standard error; complete after <see cref="End"/>.</summary>
    public string Errors => _errors.Result;

    /// <summary>The finished reports so far.</summary>
    public IReadOnlyList<JsonElement> Reports => _reports;

    public static ToolProcess Build(ToyKind kind, params string[] arguments) =>
        Start(ToolProgram.With(CommandLine(kind, arguments)));

    /// <summary>As <see cref="Build"/>, with a limit on the size of any file that it writes.</summary>
    public static ToolProcess BuildWithFileLimit(int kilobytes, ToyKind kind, params string[] arguments) =>
        Start(ToolProgram.WithFileLimit(kilobytes, CommandLine(kind, arguments)));

    /// <summary>Waits until a number of reports are finished.</summary>
    public void WaitForReports(int count)
    {
        while (_reports.Count < count) Assert.That(ReadEvent(), Is.True, "The tool ended early.");
    }

    /// <summary>Waits until a workbook starts a stage.</summary>
    public void WaitForStage(string workbook, string stage)
    {
        while (!_stages.Contains($"{workbook} {stage}")) Assert.That(ReadEvent(), Is.True, "The tool ended early.");
    }

    /// <summary>Waits for the process to exit.</summary>
    /// <returns>The exit code.</returns>
    public int End()
    {
        while (ReadEvent())
        {
            // Read the remaining events.
        }

        Assert.That(_process.WaitForExit(s_timeout), Is.True, "The tool does not end.");
        return _process.ExitCode;
    }

    /// <summary>Counts the reports with a state.</summary>
    public int Count(string state) => _reports.Count(r => r.GetProperty("state").GetString() == state);

    /// <summary>Returns the ids of all findings.</summary>
    public IEnumerable<string> FindingIds() =>
        _reports.SelectMany(r => r.GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("id").GetString()!);

    /// <summary>Returns the state and the reason of a workbook's report.</summary>
    public (string State, string Reason) Report(string workbook)
    {
        var report = _reports.Single(r => Path.GetFileName(r.GetProperty("workbook").GetString()) == workbook);
        return (report.GetProperty("state").GetString()!,
            report.TryGetProperty("reason", out var reason) ? reason.GetProperty("en").GetString()! : "");
    }

    /// <summary>
    /// Waits for a descendant process that matches and kills it, as <c>kill -9</c>. Kills only one, because a report that moves
    /// to a second process would be hit twice.
    /// </summary>
    public void KillDescendant(Func<int, bool> which)
    {
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < s_timeout; Thread.Sleep(10))
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
        Assert.That(reading.Wait(s_timeout), Is.True, "The tool says nothing.");
        if (reading.Result is not { } line) return false;
        var read = JsonDocument.Parse(line).RootElement;
        if (read.GetProperty("event").GetString() == "report") _reports.Add(read);
        if (read.TryGetProperty("stage", out var stage))
            _stages.Add($"{Path.GetFileName(read.GetProperty("workbook").GetString())} {stage.GetString()}");
        return true;
    }
}
