using System.Diagnostics;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class CompletionCommandTests
{
    [TestCase("reportgen ch", "check")]
    [TestCase("reportgen --la", "--lang")]
    [TestCase("reportgen build --forma", "--format --formats")]
    [TestCase("reportgen check --profile st", "strict")]
    [TestCase("reportgen completion p", "powershell")]
    [TestCase("reportgen check 年", "", Description = "bash completes names of files")]
    [TestCase("reportgen check ", "", Description = "bash completes names of files")]
    [Platform("Linux")]
    public void Bash_completes(string line, string completions) => Assert.That(Complete(line), Is.EqualTo(completions));

    [Test]
    [Platform("Linux")]
    public void Bash_completes_the_kinds_of_report()
    {
        using var kind = new ToyKind();
        Assert.That(Complete($"reportgen --templates {kind.Templates} new s"), Is.EqualTo("shop"));
    }

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("powershell")]
    public void Every_script_asks_the_program(string shell)
    {
        var run = CliRun.Of("completion", shell);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("reportgen").And.Contain("[suggest:").And.Not.Contain("\r"));
    }

    [Test]
    public void An_unknown_shell_is_a_usage_error() =>
        Assert.That(CliRun.Of("completion", "fish").ExitCode, Is.EqualTo(2));

    // As bash does when the user presses the tabulator at the end of a line.
    private static string Complete(string line)
    {
        const string script = """
            export PATH="$1:$PATH" LC_ALL=C.UTF-8
            source <(reportgen completion bash)
            COMP_LINE=$2 COMP_POINT=${#2}
            read -ra COMP_WORDS <<<"$2"
            [[ $2 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _reportgen
            echo "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script, "bash", Path.GetDirectoryName(ToolProgram.Path)!, line])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(error.Result, Is.Empty);
        return output.TrimEnd();
    }
}
