using System.Diagnostics;
using System.Net.Sockets;
using ReportGen.Cli;
using ReportGen.Cli.Watching;
using ReportGen.Diagnostics;
using ReportGen.Files;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Watching;
using ReportGen.Workbooks.Reading;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// Only regular files are read: a pipe, a socket, a device or a folder in a workbook's place is told, and nothing waits for it.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Platform(Exclude = "Win")]
public sealed class RegularFileTests
{
    private const string Endless = "/dev/zero";

    [Test]
    public void A_regular_file_is_read_whole()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a"), "文字");
        Assert.That(RegularFile.ReadText(folder.Combine("a"), 6), Is.EqualTo("文字"));
        Assert.That(() => RegularFile.ReadBytes(folder.Combine("a"), 5),
            Throws.InstanceOf<IOException>().With.Message.Contains("MB"));
        Assert.That(() => RegularFile.Open(folder.Combine("b")), Throws.InstanceOf<FileNotFoundException>());
        Assert.That(() => RegularFile.Open(folder.Combine("a", "b")), Throws.InstanceOf<DirectoryNotFoundException>());
    }

    [Test]
    public void A_link_is_followed_to_a_regular_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a"), "1");
        File.CreateSymbolicLink(folder.Combine("b"), "a");
        File.CreateSymbolicLink(folder.Combine("c"), Endless);
        Assert.That(RegularFile.ReadText(folder.Combine("b"), 1), Is.EqualTo("1"));
        Assert.That(() => RegularFile.Open(folder.Combine("c")), Throws.InstanceOf<NotRegularFileException>());
    }

    [Test]
    public void What_is_no_regular_file_is_refused_at_once()
    {
        using var folder = new TemporaryFolder();
        MakePipe(folder.Combine("pipe"));
        using var socket = MakeSocket(folder.Combine("socket"));
        foreach (var path in new[] { folder.Combine("pipe"), folder.Combine("socket"), folder.Path, Endless, "/dev/null" })
            Assert.That(() => RegularFile.Open(path), Throws.InstanceOf<NotRegularFileException>(), path);
    }

    [Test]
    public void A_pipe_among_workbooks_is_told_and_the_others_are_processed()
    {
        using var kind = new ToyKind();
        kind.Workbook("in/b.xlsx", "Good Shop");
        MakePipe(kind["in", "a.xlsx"]);
        using var socket = MakeSocket(kind["in", "c.xlsx"]);
        Directory.CreateDirectory(kind["in", "d.xlsx"]);
        var check = kind.Run("check", kind["in"]);
        var build = kind.Run("build", kind["in"], "-o", kind["out"], "--formats", "html");
        var total = kind.Run("total", kind["in"], "--agency", "All", "-o", kind["total.xlsx"]);
        Assert.Multiple(() =>
        {
            Assert.That((check.ExitCode, build.ExitCode, total.ExitCode),
                Is.EqualTo((ExitCodes.Data, ExitCodes.PartOfBatch, ExitCodes.PartOfBatch)));
            foreach (var text in new[] { check.Output, build.Error + build.Output, total.Error })
            {
                Assert.That(text, Does.Contain("a.xlsx").And.Contain("c.xlsx").And.Contain("not a regular file"));
                Assert.That(text, Does.Contain("file.folder").And.Contain("d.xlsx"));
            }

            Assert.That(File.Exists(kind["out", "Good Shop", "Report of Good Shop.html"]));
        });
    }

    [Test]
    public async Task A_watcher_tells_a_pipe_once_and_goes_on()
    {
        using var kind = new ToyKind();
        Directory.CreateDirectory(kind["in", "d.xlsx"]);
        MakePipe(kind["in", "a.xlsx"]);
        await using var run = new WatchRun(kind);
        await run.UntilDone(1, BuildState.Failed);
        kind.Workbook("in/b.xlsx", "Good Shop");
        await run.UntilDone(1);
        await WatchRun.Pass();
        Assert.That(run.Done, Is.EqualTo(new[] { ("a.xlsx", BuildState.Failed), ("b.xlsx", BuildState.Built) }));
        Assert.That(run.Notices, Is.EqualTo(new[] { "file.folder" }));
    }

    [Test]
    public async Task A_watcher_that_waits_for_a_file_operation_still_ends()
    {
        using var kind = new ToyKind();
        using var operation = new ManualResetEventSlim();
        var timings = WatchRun.Quick with { StopTimeout = TimeSpan.FromMilliseconds(200) };
        using var begun = new ManualResetEventSlim();
        kind.Workbook("in/a.xlsx", "Shop");
        await using var run = new WatchRun(kind, timings, onNewWorkbook: () =>
        {
            begun.Set();
            operation.Wait();
        });
        await run.UntilDone(1);
        kind.Workbook("in/b.xlsx", "Other Shop");
        await run.Until(() => begun.IsSet, "the operation");
        await run.StopAsync();
        Assert.That(run.Notices, Is.EqualTo(new[] { "watch.hangs" }));
        operation.Set();
        await run.Until(() => run.Events.OfType<WatchStopped>().Any(), "the end of the loop");
    }

    [TestCase("check", "IN", "--previous", "FILE")]
    [TestCase("check", "IN", "--since", "FILE")]
    [TestCase("check", "IN", "--baseline", "FILE")]
    [TestCase("build", "IN", "-o", "OUT", "--formats", "md", "--roster", "FILE")]
    [TestCase("build", "IN", "-o", "OUT", "--formats", "md", "--previous", "FILE")]
    [TestCase("total", "IN", "--agency", "All", "--force", "-o", "OUT.xlsx", "--own", "FILE")]
    [TestCase("total", "IN", "--agency", "All", "-o", "OUT.xlsx", "--previous", "FILE")]
    [TestCase("total", "IN", "--agency", "All", "-o", "OUT.xlsx", "--roster", "FILE")]
    [TestCase("watch", "INBOX", "-o", "OUT", "--formats", "md", "--once", "--roster", "FILE")]
    public void An_option_that_names_a_pipe_or_a_device_ends_at_once_with_a_reason(params string[] line)
    {
        using var kind = new ToyKind();
        var workbook = kind.Workbook("in/b.xlsx", "Good Shop");
        MakePipe(kind["pipe.csv"]);
        foreach (var file in new[] { kind["pipe.csv"], Endless })
        {
            var run = kind.Run([.. line.Select(a => a switch
                { "IN" => workbook, "INBOX" => kind["in"], "OUT" => kind["out"], "OUT.xlsx" => kind["total.xlsx"], "FILE" => file,
                    _ => a })]);
            Assert.That(run.ExitCode, Is.Not.EqualTo(ExitCodes.Ok).And.Not.EqualTo(ExitCodes.Program), run.Error);
            Assert.That(run.Error, Does.Contain(Path.GetFileName(file)));
        }
    }

    [Test]
    public void A_template_and_its_data_are_regular_files_too()
    {
        using var folder = new TemporaryFolder();
        MakePipe(folder.Combine("pipe"));
        File.WriteAllText(folder.Combine("t.sbn"), "{{ a }}{{ include 'pipe' }}");
        File.WriteAllText(folder.Combine("d.json"), "{}");
        foreach (var file in new[] { folder.Combine("pipe"), Endless })
        {
            Assert.That(CliRun.Of("render", file, "--data", folder.Combine("d.json")).ExitCode, Is.EqualTo(ExitCodes.Usage));
            Assert.That(CliRun.Of("render", folder.Combine("t.sbn"), "--data", file).ExitCode, Is.EqualTo(ExitCodes.Usage));
        }

        var included = CliRun.Of("render", folder.Combine("t.sbn"), "--data", folder.Combine("d.json"), "--relaxed");
        Assert.That(included.ExitCode, Is.EqualTo(ExitCodes.Template), included.Error);
    }

    [Test]
    public void A_pipe_in_the_folder_of_a_kind_is_an_error_of_that_file()
    {
        using var kind = new ToyKind();
        MakePipe(Path.Combine(kind.Templates, "shop", "main", "style.css"));
        var run = kind.Run("kinds");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Template), run.Output);
        Assert.That(run.Output + run.Error, Does.Contain("style.css").And.Contain("not a regular file"));
    }

    [Test]
    public void A_pipe_is_no_reason_to_wait()
    {
        using var folder = new TemporaryFolder();
        MakePipe(folder.Combine("a.xlsx"));
        var opener = new WorkbookOpener();
        Assert.That(opener.WhyNotReady(folder.Combine("a.xlsx")), Is.Null);
        Assert.That(opener.Open(folder.Combine("a.xlsx")).Diagnostics.Single().Id, Is.EqualTo("file.not-regular"));
    }

    internal static void MakePipe(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.That(made.ExitCode, Is.Zero);
    }

    private static Socket MakeSocket(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }
}
