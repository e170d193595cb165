using System.Collections.Concurrent;
using System.Diagnostics;

namespace ReportGen.Tests.Cli.Watching;

/// <summary>The program as a process that watches the folder <c>in</c> of a toy kind.</summary>
internal sealed class WatchProcess : IDisposable
{
    public const string Interrupt = "INT";
    public const string Terminate = "TERM";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    public WatchProcess(ToyKind kind, params string[] options)
    {
        Directory.CreateDirectory(kind["in"]);
        _process = Process.Start(
            ToolProgram.With(
                ["watch", kind["in"], "-o", kind["out"], "--templates", kind.Templates, "--lang", "en", .. options]))!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IEnumerable<string> Lines => _lines;

    public int Id => _process.Id;

    /// <summary>Waits until a condition holds, for at most four minutes because the machine may be busy.</summary>
    public async Task Until(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(4); await Task.Delay(20))
            if (condition()) return;
        Assert.Fail($"Waited in vain for: {what}. The program said:\n{string.Join('\n', _lines)}");
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Sends the program a signal, by its name.</summary>
    public void Signal(string signal) => ToolProgram.Signal(signal, _process.Id);

    public async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) _lines.Enqueue(line);
    }
}
