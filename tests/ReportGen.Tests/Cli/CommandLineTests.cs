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

    [Test]
    public void The_short_version_option_does_the_same() => Assert.That(CliRun.Of("-V"), Is.EqualTo(CliRun.Of("--version")));

    [TestCaseSource(nameof(Commands))]
    public void A_misspelt_option_is_an_error_in_every_command_and_never_a_file(string command)
    {
        foreach (var line in new[] { new[] { command, "--langg", "zh" }, [command, "a.xlsx", "-o", "--langg"], [command, "-x"] })
        {
            var run = CliRun.Of(line);
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
            Assert.That(run.Error, Does.Contain("There is no option -").Or.Contain("There is no command"));
        }

        Assert.That(CliRun.Of(command, "--langg").Error, Does.Contain("Did you mean --lang?"));
    }

    [TestCase("check", "--", "-a.xlsx")]
    [TestCase("check", "./-a.xlsx")]
    [TestCase("check", "a.xlsx", "--against=-b.xlsx")]
    [TestCase("check", "@a.xlsx")]
    public void A_file_name_may_begin_with_any_sign(params string[] line) =>
        Assert.That(CliRun.Of(line).Output, Does.Contain("file.missing"));

    [TestCase("check {0}")]
    [TestCase("check a.xlsx --previous {0}")]
    [TestCase("check a.xlsx --baseline {0}")]
    [TestCase("check a.xlsx --since {0}")]
    [TestCase("check a.xlsx --against a.xlsx --roster {0}")]
    [TestCase("check a.xlsx --templates {0}")]
    [TestCase("build {0} -o out")]
    [TestCase("build a.xlsx -o out --roster {0}")]
    [TestCase("watch {0} -o out")]
    [TestCase("watch . -o out --roster {0} --once")]
    [TestCase("watch . -o out --previous {0} --once")]
    [TestCase("total {0} --agency A --year 2025 -o t.xlsx")]
    [TestCase("total a.xlsx --agency A --year 2025 -o t.xlsx --own {0}")]
    [TestCase("total a.xlsx --agency A --year 2025 -o t.xlsx --roster {0}")]
    [TestCase("total a.xlsx --agency A --year 2025 -o t.xlsx --previous {0}")]
    [TestCase("preview {0}")]
    [TestCase("new annual-disclosure -o n.xlsx --previous {0}")]
    [TestCase("kinds --templates {0}")]
    [TestCase("render {0} --data {0}")]
    public void A_path_that_does_not_exist_has_one_exit_code(string line)
    {
        using var folder = new TemporaryFolder();
        var words = line.Replace("{0}", "nowhere").Split(' ').Select(word => word == "." ? folder.Path
            : word.EndsWith(".xlsx", StringComparison.Ordinal) || word is "out" or "nowhere" ? folder.Combine(word)
            : word).ToArray();
        Assert.That(CliRun.Of(words).ExitCode, Is.EqualTo(2));
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [TestCase("unknown-command", "biuld", "a.xlsx")]
    [TestCase("unknown-option", "kinds", "--templatse", "x")]
    [TestCase("option-without-value", "kinds", "--templates")]
    [TestCase("wrong-choice", "kinds", "--lang=zn")]
    [TestCase("argument-too-many", "kinds", "甲 局.xlsx")]
    [TestCase("option-missing", "build", "a.xlsx")]
    [TestCase("argument-missing", "check")]
    [TestCase("wrong-format", "build", "a.xlsx", "-o", "out", "--formats", "html,pfd")]
    [TestCase("wrong-setting", "build", "a.xlsx", "-o", "out", "--set", "charts")]
    [TestCase("misspelt-option", "build", "收件", "-o", "out", "--rooster", "名单.xlsx")]
    [TestCase("misspelt-option-as-value", "build", "收件", "-o", "--formts", "pdf")]
    [TestCase("unknown-command-with-options", "biuld", "a.xlsx", "-o", "out")]
    [TestCase("wrong-extension", "new", "kind", "-o", "年报.docx")]
    [TestCase("wrong-year", "new", "kind", "--year", "２０２５年", "-o", "a.xlsx")]
    public void A_usage_error_is_marked_in_the_command_line(string name, params string[] arguments)
    {
        var (chinese, english) = (CliRun.In(Language.Chinese, arguments), CliRun.In(Language.English, arguments));
        Approved.Matches(chinese.Error + "\n" + english.Error, "usage-" + name);
        Assert.That((chinese.ExitCode, english.ExitCode, chinese.Output + english.Output), Is.EqualTo((2, 2, "")));
    }
}
