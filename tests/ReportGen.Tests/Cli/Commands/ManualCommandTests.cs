using System.Text.RegularExpressions;
using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Tests.Cli.Commands;

[Parallelizable(ParallelScope.All)]
public sealed partial class ManualCommandTests
{
    [TestCase(Language.Chinese)]
    [TestCase(Language.English)]
    public void The_manual_page_has_every_command_with_its_options(Language language)
    {
        var page = CliRun.In(language, "manual").Output.Replace("\\-", "-");
        var commands = RootCommandFactory.Create(new UserTerminal(TextWriter.Null, TextWriter.Null, language)).Subcommands
            .Where(c => !c.Hidden).SelectMany(c => c.Subcommands.Count > 0 ? c.Subcommands : [c]);
        foreach (var command in commands)
        {
            var path = HelpScreen.PathOf(command);
            var part = Regex.Match(page, $@"\n\.SS {path}\b.*?(?=\n\.S[SH] )", RegexOptions.Singleline).Value;
            Assert.That(part, Does.Contain(command.Description));
            foreach (var option in command.Options.Where(o => !o.Hidden)) Assert.That(part, Does.Contain(option.Name));
        }
    }

    [Test]
    public void Lines_are_requests_that_man_knows_or_plain_text()
    {
        var wrong = CliRun.Of("manual").Output.Split('\n').Where(line => line.StartsWith('.') && !Request().IsMatch(line));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void It_is_not_on_the_help_screen() => Assert.That(CliRun.Of("--help").Output, Does.Not.Contain("manual"));

    [GeneratedRegex(@"^\.(TH|SH|SS|TP|B|P|RS|RE|nf|fi)\b")]
    private static partial Regex Request();
}
