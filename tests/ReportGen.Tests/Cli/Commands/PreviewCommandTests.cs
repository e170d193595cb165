using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Cli.Commands;

/// <summary>The preview as a real process.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class PreviewCommandTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);
    private readonly ConcurrentBag<Process> _started = [];

    // A failed test may leave the program and its browser running.
    [OneTimeTearDown]
    public void EndAll()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    [Test]
    public async Task It_opens_the_page_at_the_next_free_port_and_stops_on_a_signal()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var process = Start(kind, "--port", $"{port}", "--open");
        var address = new Uri((await process.StandardOutput.ReadLineAsync().WaitAsync(s_timeout))!);
        Assert.That((address.Host, address.Port > port), Is.EqualTo(("127.0.0.1", true)));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.That(await client.GetStringAsync(address), Does.Contain("<html"));
        for (var clock = Stopwatch.StartNew(); !File.Exists(kind["opened"]) && clock.Elapsed < s_timeout;) await Task.Delay(20);
        Assert.That(File.ReadAllText(kind["opened"]), Is.EqualTo(address.ToString()));
        Assert.That(await ExitCodeAfter(WatchProcess.Interrupt, process), Is.Zero);
    }

    [Test]
    public async Task It_exits_normally_however_early_the_signal(
        [Values(WatchProcess.Interrupt, WatchProcess.Terminate)] string signal)
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        var process = Start(kind);
        await process.StandardOutput.ReadLineAsync().WaitAsync(s_timeout);
        Assert.That(await ExitCodeAfter(signal, process), Is.Zero);
    }

    private static async Task<int> ExitCodeAfter(string signal, Process process)
    {
        ToolProgram.Signal(signal, process.Id);
        await process.WaitForExitAsync().WaitAsync(s_timeout);
        return process.ExitCode;
    }

    // The desktop opens an address with a program of that name; this one records the address.
    private Process Start(ToyKind kind, params string[] options)
    {
        var opener = kind["bin", "xdg-open"];
        Directory.CreateDirectory(kind["bin"]);
        File.WriteAllText(opener,
            $"#!/bin/sh\nprintf %s \"$1\" > '{kind["opening"]}' && mv '{kind["opening"]}' '{kind["opened"]}'\n");
        File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = ToolProgram.With(["preview", kind["in"], "--templates", kind.Templates, "--lang", "en", .. options]);
        start.Environment["PATH"] = $"{kind["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        var process = Process.Start(start)!;
        _started.Add(process);
        process.BeginErrorReadLine();
        return process;
    }
}
