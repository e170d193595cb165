using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli;

[Parallelizable(ParallelScope.All)]
public sealed class CommandLineTests
{
    private static IEnumerable<string> Commands() =>
        RootCommandFactory.Create(new UserTerminal(TextWriter.Null, TextWriter.Null, Language.English)).Subcommands
            .Select(c => c.Name);

    [TestCaseSource(nameof(Commands))]
    public void The_help_of_a_command_is_as_approved(string command)
    {
        Approved.Matches(CliRun.In(Language.Chinese, command, "--help").Output, $"help-{command}.zh");
        Approved.Matches(CliRun.In(Language.English, command, "--help").Output, $"help-{command}.en");
    }

    [TestCase(Language.Chinese, "help.zh")]
    [TestCase(Language.English, "help.en")]
    public void The_help_of_the_program_is_as_approved(Language language, string name)
    {
        var run = CliRun.In(language, "--help");
        Approved.Matches(run.Output, name);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public void Without_arguments_the_program_shows_its_help() =>
        Assert.That(CliRun.Of(), Is.EqualTo(CliRun.Of("-h")));

    [Test]
    public void The_version_is_one_line() =>
        Assert.That(CliRun.Of("--version").Output, Does.Match(@"^reportgen \d+\.\d+\.\d+\n$"));

    [TestCase("unknown-command", "biuld", "a.xlsx")]
    [TestCase("unknown-option", "kinds", "--templatse", "x")]
    [TestCase("option-without-value", "kinds", "--templates")]
    [TestCase("wrong-choice", "kinds", "--lang=zn")]
    [TestCase("argument-too-many", "kinds", "甲 局.xlsx")]
    [TestCase("option-missing", "build", "a.xlsx")]
    [TestCase("argument-missing", "check")]
    [TestCase("wrong-format", "build", "a.xlsx", "-o", "out", "--formats", "html,pfd")]
    [TestCase("wrong-setting", "build", "a.xlsx", "-o", "out", "--set", "charts")]
    [TestCase("wrong-year", "new", "kind", "--year", "２０２５年", "-o", "a.xlsx")]
    public void A_usage_error_is_marked_in_the_command_line(string name, params string[] arguments)
    {
        var (chinese, english) = (CliRun.In(Language.Chinese, arguments), CliRun.In(Language.English, arguments));
        Approved.Matches(chinese.Error + "\n" + english.Error, "usage-" + name);
        Assert.That((chinese.ExitCode, english.ExitCode, chinese.Output + english.Output), Is.EqualTo((2, 2, "")));
    }
}
