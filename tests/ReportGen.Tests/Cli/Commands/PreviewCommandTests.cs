using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
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
        Assert.That(await PageAsync(address), Does.Contain("app.js"));
        for (var clock = Stopwatch.StartNew(); !File.Exists(kind["opened"]) && clock.Elapsed < s_timeout;) await Task.Delay(20);
        var (path, modes, page) = File.ReadAllLines(kind["opened"]) switch { var o => (o[0], o[1], string.Concat(o[2..])) };
        // The command line, which everybody can read, has no secret; the file that has it can be read by the user only.
        Assert.That((File.Exists(path), modes, page.Contains(address.Query, StringComparison.Ordinal)),
            Is.EqualTo((true, "600 700", false)));
        Assert.That(await PageAsync(new Uri(Regex.Match(page, "url=(http[^\"]+)").Groups[1].Value)), Does.Contain("app.js"));
        Assert.That(Path.GetDirectoryName(path), Does.Not.Exist, "The secret has been used.");
        Assert.That(await ExitCodeAfter(WatchProcess.Interrupt, process), Is.Zero);
    }

    [Test]
    public async Task A_file_that_no_browser_opened_is_deleted_at_the_end()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        var process = Start(kind, "--open");
        await process.StandardOutput.ReadLineAsync().WaitAsync(s_timeout);
        for (var clock = Stopwatch.StartNew(); !File.Exists(kind["opened"]) && clock.Elapsed < s_timeout;) await Task.Delay(20);
        var path = File.ReadAllLines(kind["opened"])[0];
        Assert.That(path, Does.Exist);
        Assert.That(await ExitCodeAfter(WatchProcess.Terminate, process), Is.Zero);
        Assert.That(Path.GetDirectoryName(path), Does.Not.Exist);
    }

    // As a browser: the first page sets a cookie and leads on to the address without the key.
    private static async Task<string> PageAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.That(await client.GetStringAsync(address), Does.Contain("url=/\""));
        return await client.GetStringAsync(new Uri(address, "/"));
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

    // The desktop opens a page with a program of that name; this one records its path, modes and content.
    private Process Start(ToyKind kind, params string[] options)
    {
        var opener = kind["bin", "xdg-open"];
        Directory.CreateDirectory(kind["bin"]);
        File.WriteAllText(opener,
            $"""
            #!/bin/sh
            (echo "$1"; echo $(stat -c %a "$1" "$(dirname "$1")"); cat "$1") > '{kind["opening"]}' \
                && mv '{kind["opening"]}' '{kind["opened"]}'

            """);
        File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = ToolProgram.With(["preview", kind["in"], "--templates", kind.Templates, "--lang", "en", .. options]);
        start.Environment["PATH"] = $"{kind["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        var process = Process.Start(start)!;
        _started.Add(process);
        process.BeginErrorReadLine();
        return process;
    }
}
