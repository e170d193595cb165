using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using ReportGen.Cli.Commands;
using ReportGen.Definitions;
using ReportGen.Diagnostics;
using ReportGen.Rules;
using ReportGen.Tests.Cli.Watching;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class StartCommandTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(4);
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
    [Category("Slow")]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public async Task A_workbook_in_the_folder_becomes_a_report_until_the_page_ends_the_program()
    {
        using var kind = new ToyKind();
        var first = Start(kind);
        using var page = await OpenAsync(first);
        await Until(() => Opened(kind).Length == 1);
        kind.Workbook("office/inbox/a.xlsx", "A");
        await Until(() => Directory.GetFiles(kind["office", "published"], "*.md", SearchOption.AllDirectories).Length == 1);

        var second = Start(kind);
        Assert.That(await ExitCodeOf(second), Is.Zero, "a second start");
        await Until(() => Opened(kind).Length == 2);
        Assert.That(await PostAsync(page, "output"), Is.EqualTo(HttpStatusCode.NoContent));
        await Until(() => Opened(kind).Contains(kind["office", "published"]));

        Assert.That(await PostAsync(page, "anything"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await PostAsync(page, "end", origin: null), Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(await PostAsync(page, "end", origin: "http://example.org"), Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await PostAsync(page, "end"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await ExitCodeOf(first), Is.Zero, "the first start");
    }

    [TestCase(Language.Chinese, "收件", "发布", "说明.txt", "空白工作簿-小报告.xlsx")]
    [TestCase(Language.English, "inbox", "published", "README.txt", "Blank workbook - Small report.xlsx")]
    public void The_folder_has_two_folders_instructions_and_a_blank_workbook(Language language, params string[] names)
    {
        using var kind = new ToyKind();
        var prepared = OfficeFolder.Prepare(kind["office"], Kinds(kind), language);
        Assert.That(prepared.Diagnostics, Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(kind["office"]).Select(Path.GetFileName), Is.EquivalentTo(names));
        Assert.That(CliRun.Of("check", kind["office", names[3]], "--templates", kind.Templates).Output, Does.Contain("Front!B"));
    }

    [Test]
    public void What_is_in_the_folder_stays_and_so_do_the_names_of_its_folders()
    {
        using var kind = new ToyKind();
        var chinese = OfficeFolder.Prepare(kind["office"], Kinds(kind), Language.Chinese).Value!;
        File.WriteAllText(kind["office", "说明.txt"], "changed");
        var again = OfficeFolder.Prepare(kind["office"], Kinds(kind), Language.English).Value!;
        Assert.That((again.Inbox, again.Output), Is.EqualTo((chinese.Inbox, chinese.Output)));
        Assert.That(Directory.GetFileSystemEntries(kind["office"]), Has.Length.EqualTo(4));
        Assert.That(File.ReadAllText(kind["office", "说明.txt"]), Is.EqualTo("changed"));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_an_error_of_the_environment()
    {
        using var kind = new ToyKind();
        File.WriteAllText(kind["office"], "a file");
        var run = kind.Run("start", kind["office"]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((6, run.Error)));
        Assert.That(run.Error, Does.Contain("The folder cannot be prepared"));
    }

    private static KindCatalog Kinds(ToyKind kind) => RuleCatalog.LoadKinds(kind.Templates).Value!;

    private static string[] Opened(ToyKind kind) => File.Exists(kind["opened"]) ? File.ReadAllLines(kind["opened"]) : [];

    private static async Task<HttpClient> OpenAsync(Process process)
    {
        var address = new Uri((await process.StandardOutput.ReadLineAsync().WaitAsync(s_timeout))!);
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address, "/") };
        Assert.That(await client.GetStringAsync(address), Does.Contain("<html"));
        return client;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient page, string name, string? origin = "own")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"actions/{name}");
        if (origin == "own") origin = page.BaseAddress!.GetLeftPart(UriPartial.Authority);
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var answer = await page.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<int> ExitCodeOf(Process process)
    {
        await process.WaitForExitAsync().WaitAsync(s_timeout);
        return process.ExitCode;
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(20))
            if (clock.Elapsed > s_timeout) Assert.Fail("Waited in vain.");
    }

    // The desktop opens addresses and folders with a program of that name; this one records them.
    [SupportedOSPlatform("linux")]
    private Process Start(ToyKind kind)
    {
        var opener = kind["bin", "xdg-open"];
        Directory.CreateDirectory(kind["bin"]);
        File.WriteAllText(opener, $"#!/bin/sh\necho \"$1\" >> '{kind["opened"]}'\n");
        File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = ToolProgram.With(["start", kind["office"], "--templates", kind.Templates, "--lang", "en"]);
        start.Environment["PATH"] = $"{kind["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        var process = Process.Start(start)!;
        _started.Add(process);
        process.BeginErrorReadLine();
        return process;
    }
}
