using System.Diagnostics;
using System.Runtime.Versioning;
using ReportGen.Printing;
using ReportGen.Tests.Cli;
using ReportGen.Tests.Cli.Faults;

namespace ReportGen.Tests.Hostile;

/// <summary>
/// The real program with the real browser on a machine with little room: low limits, no home folder, no folder for temporary
/// files, a read-only disk. It works, or it names what is missing.
/// </summary>
[Category("Browser"), Category("Slow"), Parallelizable(ParallelScope.Self)]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class PoorMachineTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    [TestCase("ulimit -n 40", "the number of open files is 40")]
    [TestCase("ulimit -f 64", "the size of a file in bytes is 65536")]
    public void A_low_limit_is_named(string limit, string reason)
    {
        if (limit.Contains("-n ", StringComparison.Ordinal) && !ToolProgram.IsPublished)
            Assert.Ignore("The development build itself needs more open files, for its assemblies: see test-dist.");
        using var kind = Inbox();
        var (code, error) = Build(kind, limit);
        Assert.That(code, Is.EqualTo(6), error);
        Assert.That(error, Does.Contain("environment.process-limit").And.Contain(reason).And.Not.Contain("Update the browser")
            .And.Not.Contain("   at "));
        Assert.That(kind["out", "A"], Does.Not.Exist);
    }

    [TestCase("unset HOME TMPDIR XDG_CACHE_HOME")]
    [TestCase("export HOME=/dev/null/none TMPDIR=/dev/null/none; unset XDG_CACHE_HOME")]
    [TestCase("export HOME= TMPDIR= XDG_CACHE_HOME=/proc/none; cd /")]
    [TestCase("ulimit -n 256")]
    public void With_little_it_works(string setting)
    {
        using var kind = Inbox();
        var (code, error) = Build(kind, setting);
        Assert.That(code, Is.Zero, error);
        Assert.That(File.ReadAllBytes(kind["out", "A", "Report of A.pdf"]).AsSpan().StartsWith("%PDF-"u8), Is.True);
        Assert.That(kind[".cache"], Does.Not.Exist);
    }

    [Test]
    public void A_folder_that_another_user_may_have_prepared_is_not_used()
    {
        using var kind = Inbox();
        var shared = Directory.CreateDirectory(kind["tmp"]).FullName;
        var prepared = Directory.CreateDirectory(Path.Combine(shared, $"reportgen-{Environment.UserName}")).FullName;
        var (code, error) = Build(kind, $"unset XDG_CACHE_HOME; export HOME=/dev/null/none TMPDIR='{shared}'");
        Assert.That(code, Is.Zero, error);
        Assert.That(Directory.GetFileSystemEntries(prepared), Is.Empty);
        Assert.That(Directory.GetDirectories(shared, "reportgen-*"), Is.EqualTo(new[] { prepared }), "Its own are removed.");
    }

    [Test]
    public void A_read_only_output_folder_is_named_and_afterwards_everything_is_published()
    {
        using var kind = Inbox();
        using var disk = SmallDisk.At(kind["out"], kilobytes: 4096);
        disk.SetReadOnly(true);
        var (code, error) = Build(kind, "true");
        Assert.That(code, Is.EqualTo(6), error);
        Assert.That(error, Does.Contain("environment.cannot-write").And.Not.Contain("   at "));
        disk.SetReadOnly(false);
        (code, error) = Build(kind, "true");
        Assert.That(code, Is.Zero, error);
        Assert.That(kind["out", "A", "Report of A.pdf"], Does.Exist);
    }

    [TestCase("Max open files            40                   40                   files     ", ExpectedResult = 40L)]
    [TestCase("Max open files            1024                 1048576              files     ", ExpectedResult = null)]
    [TestCase("Max file size             4096                 unlimited            bytes     ", ExpectedResult = 4096L)]
    [TestCase("Max file size             unlimited            unlimited            bytes     ", ExpectedResult = null)]
    [TestCase("Max address space         4096000000           4096000000           bytes     ", ExpectedResult = 4_096_000_000L)]
    [TestCase("Max stack size            8192                 unlimited            bytes     ", ExpectedResult = null)]
    [TestCase("Limit                     Soft Limit           Hard Limit           Units     ", ExpectedResult = null)]
    public long? A_limit_that_is_too_low_for_a_browser(string line) => ProcessLimit.TooLow([line])?.Value;

    private static ToyKind Inbox()
    {
        if (BrowserLocator.Find() is null) Assert.Inconclusive("No browser on this machine: run ./build.sh setup");
        var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        return kind;
    }

    private static (int ExitCode, string Error) Build(ToyKind kind, string setting)
    {
        var start = new ProcessStartInfo("bash",
            ["-c", $"{setting}; exec \"$@\"", "bash", ToolProgram.Path, "build", kind["in"], "-o", kind["out"], "--lang", "en",
                "--templates", kind.Templates])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = kind[""],
            // The runtime of the development build maps its code twice, from a file.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.That(process.WaitForExit(s_timeout), Is.True, "The program does not end.");
        return (process.ExitCode, output.Result + error.Result);
    }
}
