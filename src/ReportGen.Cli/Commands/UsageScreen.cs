using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Shows errors in the command line with the wrong word marked, and the usage line.</summary>
internal sealed class UsageScreen(UserTerminal terminal, IReadOnlyList<string> arguments)
{
    /// <summary>Shows the errors of a command line and returns the exit code.</summary>
    public int Show(ParseResult result, IEnumerable<UsageError> errors)
    {
        foreach (var error in errors) Show(error);
        terminal.Error.WriteLine(
            terminal.Localize("用法：", "Usage: ") + HelpScreen.UsageOf(result.CommandResult.Command, terminal));
        terminal.Error.WriteLine(
            terminal.Localize("帮助：", "Help:  ") + HelpScreen.PathOf(result.CommandResult.Command) + " --help");
        return ExitCodes.Usage;
    }

    private void Show(UsageError error)
    {
        terminal.Error.WriteLine($"{ProgramVersion.Name}: {DisplayText.Clean(error.Message)}");
        if (error.Word is { } word) ShowMarked(word);
        if (error.Guess is { } guess)
            terminal.Error.WriteLine("  " + terminal.Localize($"是不是 {guess}？", $"Did you mean {guess}?"));
    }

    private void ShowMarked(string word)
    {
        var words = arguments.Select(Quoted).Prepend(ProgramVersion.Name).ToList();
        var at = PositionOf(word);
        if (at < 0) return;
        var before = DisplayText.Width(
            string.Join(' ', words.Take(at + 1)) + " " + words[at + 1].Split(DisplayText.Clean(word))[0]);
        terminal.Error.WriteLine("  " + string.Join(' ', words));
        terminal.Error.WriteLine("  " + new string(' ', before)
            + terminal.ErrorPalette.Error(new string('^', Math.Max(1, DisplayText.Width(DisplayText.Clean(word))))));
    }

    private int PositionOf(string word)
    {
        var exact = arguments.Index().Where(a => a.Item == word).Select(a => a.Index).DefaultIfEmpty(-1).First();
        return exact >= 0
            ? exact
            : arguments.Index().Where(a => a.Item.Contains(word)).Select(a => a.Index).DefaultIfEmpty(-1).First();
    }

    private static string Quoted(string argument)
    {
        var clean = DisplayText.Clean(argument);
        return clean.Length == 0 || clean.Any(char.IsWhiteSpace) ? $"\"{clean}\"" : clean;
    }
}
