using System.Diagnostics;
using System.Runtime.Versioning;
using ReportGen.Tests.Cli;

namespace ReportGen.Tests.Hostile;

/// <summary>The program with standard streams that are closed, full or abandoned by their reader.</summary>
[Category("Slow"), Parallelizable(ParallelScope.All)]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class StandardStreamTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(3);

    [TestCase(">&-", "kinds")]
    [TestCase(">/dev/full", "kinds")]
    [TestCase(">/dev/full", "--help")]
    [TestCase(">/dev/full", "--version")]
    [TestCase(">/dev/full", "doctor")]
    [TestCase(">/dev/full", "check in")]
    [TestCase(">/dev/full", "check in --format json")]
    public void A_standard_output_that_cannot_be_written_is_named_in_one_line(string redirection, string command)
    {
        using var kind = Inbox();
        var (code, _, error) = Run(kind, $"reportgen {command} {redirection}");
        Assert.That(code, Is.EqualTo(6), error);
        Assert.That(error.Split('\n').Count(l => l.StartsWith("reportgen: ", StringComparison.Ordinal)), Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("standard output").And.Not.Contain("   at "));
    }

    [Test]
    public void With_a_full_standard_output_the_reports_are_published_all_the_same()
    {
        using var kind = Inbox();
        var (code, _, error) = Run(kind, "reportgen build in -o out --formats html,md >/dev/full");
        Assert.That(code, Is.EqualTo(6), error);
        Assert.That(kind["out", "A", "Report of A.html"], Does.Exist);
        Assert.That(kind["out", "B", "Report of B.md"], Does.Exist);
        Assert.That(kind["out", "ledger.json"], Does.Exist);
    }

    [Test]
    public void With_a_full_standard_output_a_watcher_publishes_all_the_same()
    {
        using var kind = Inbox();
        var (code, _, error) = Run(kind, "reportgen watch in -o out --formats html,md --once >/dev/full");
        Assert.That(code, Is.EqualTo(6), error);
        Assert.That(kind["out", "B", "Report of B.md"], Does.Exist);
    }

    [TestCase("2>&-")]
    [TestCase("2>/dev/full")]
    [TestCase("0<&- 2>&-")]
    [TestCase("0<&-")]
    public void Without_a_usable_standard_error_or_input_the_work_is_done(string redirection)
    {
        using var kind = Inbox();
        File.WriteAllText(kind["in", "note.xlsx"], "not a workbook");
        var (code, output, error) = Run(kind, $"reportgen build in -o out --formats html,md {redirection}");
        Assert.That(code, Is.EqualTo(5), error);
        Assert.That(output, Does.Contain("Report of A.html").And.Contain("Report of B.html"));
        Assert.That(File.ReadAllText(kind["out", "A", "Report of A.md"]), Is.EqualTo("# Report of A\n\n3\n"));
    }

    [TestCase("check in")]
    [TestCase("kinds")]
    [TestCase("build in -o out --formats md")]
    public void A_reader_that_ends_early_is_no_failure(string command)
    {
        using var kind = Inbox();
        var (code, _, error) = Run(kind, $"(reportgen {command}; echo code $? >&2) | head -c 1");
        Assert.That(code, Is.Zero);
        Assert.That(error, Does.Contain("code 0").And.Not.Contain("   at ").And.Not.Contain("reportgen:"));
    }

    [TestCase("nonsense 2>/dev/full", 2)]
    [TestCase("build missing.xlsx -o out 2>/dev/full", 2)]
    public void A_full_standard_error_changes_no_exit_code(string command, int expected)
    {
        using var kind = Inbox();
        Assert.That(Run(kind, $"reportgen {command}").ExitCode, Is.EqualTo(expected));
    }

    [Test]
    public void Beyond_a_file_size_limit_the_program_reports_the_file_and_goes_on()
    {
        using var kind = Inbox();
        kind.WriteTemplate("report.sbn-md", "{{ if body == \"B\"; for $i in 1..20000; $i; end; end }}");
        // Without a handler, the signal of the limit ends a program.
        var (code, _, error) = Run(kind, "trap - XFSZ; ulimit -f 64; reportgen build in -o out --formats html,md");
        Assert.That(code, Is.EqualTo(5), error);
        Assert.That(kind["out", "A", "Report of A.md"], Does.Exist);
        Assert.That(kind["out", "B"], Does.Not.Exist);
    }

    private static ToyKind Inbox()
    {
        var kind = new ToyKind();
        kind.Workbook("in/a.xlsx", "A");
        kind.Workbook("in/b.xlsx", "B", apples: 4);
        return kind;
    }

    private static (int ExitCode, string Output, string Error) Run(ToyKind kind, string script)
    {
        // A limit on the size of files also limits the memory that the runtime maps twice.
        var start = new ProcessStartInfo("bash",
            ["-c", $"reportgen() {{ \"{ToolProgram.Path}\" \"$@\" --templates kinds --lang en; }}; {script}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = kind[""],
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.That(process.WaitForExit(s_timeout), Is.True, "The program does not end.");
        return (process.ExitCode, output.Result, error.Result);
    }
}
