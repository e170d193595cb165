using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>An error in the command line.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Word">The word of the command line that is wrong; null if something is missing.</param>
/// <param name="Guess">The suggested word; null for none.</param>
internal sealed record UsageError(string Message, string? Word, string? Guess = null);

/// <summary>Explains the errors of a command line, in the user's language.</summary>
/// <param name="terminal">The language.</param>
/// <param name="arguments">The words of the command line.</param>
internal sealed class UsageErrors(UserTerminal terminal, IReadOnlyList<string> arguments)
{
    /// <summary>Returns the errors in the order of the words; empty if there are none.</summary>
    public IReadOnlyList<UsageError> Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        // After an unknown command, no later word matches.
        if (command.Subcommands.Count > 0 && result.UnmatchedTokens is [var name, ..] && !IsOption(name))
            return [Unmatched(command, name)];
        if (UnknownOptions(result) is { Count: > 0 } options) return [.. options.Select(word => NoOption(word, command))];
        if (result.UnmatchedTokens is [var first, ..]) return [Unmatched(command, first)];
        return [.. result.Errors.Select(e => Explain(command, result, e)).DistinctBy(m => m.Message)];
    }

    /// <summary>
    /// Returns the words that look like options but are none. The parser takes them for files or for the values of options. A
    /// value that begins with a dash can be written as <c>--option=-value</c>, a file name after <c>--</c>.
    /// </summary>
    private List<string> UnknownOptions(ParseResult result) =>
        [.. result.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && IsOption(t.Value) && arguments.Contains(t.Value))
            .Select(t => t.Value).Distinct()];

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    private UsageError NoOption(string word, Command command)
    {
        var name = word.Split('=', 2)[0];
        return File.Exists(word)
            ? new(terminal.Localize($"没有 {name} 这个选项；以 - 开头的文件名要写成 ./{word}。",
                $"There is no option {name}; write a file name that begins with a dash as ./{word}."), word)
            : new(terminal.Localize($"没有 {name} 这个选项。", $"There is no option {name}."), name, NearestOption(name, command));
    }

    private UsageError Unmatched(Command command, string word)
    {
        if (command.Subcommands.Count > 0)
        {
            return new(terminal.Localize($"没有 {word} 这个命令。", $"There is no command {word}."), word,
                Spelling.Nearest(word, command.Subcommands.Select(c => c.Name)));
        }

        return new(terminal.Localize($"多了一个参数：{word}。", $"One argument too many: {word}."), word);
    }

    private UsageError Explain(Command command, ParseResult result, ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierToken: { } name, Tokens.Count: 0 } =>
            new(terminal.Localize($"{name.Value} 后面缺少它的值。", $"{name.Value} needs a value."), name.Value),
        OptionResult { IdentifierToken: { } name } option when option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues =>
            new(terminal.Localize($"{name.Value} 只能写一次。", $"{name.Value} may be given only once."), name.Value),
        OptionResult { Tokens.Count: 0 } option => Missing(option.Option),
        OptionResult option => new(error.Message, option.Tokens[0].Value),
        ArgumentResult { Tokens.Count: > 0 } argument => new(error.Message, argument.Tokens[0].Value),
        ArgumentResult argument => Missing(argument.Argument),
        CommandResult when MissingOption(command, result) is { } option => Missing(option),
        _ => new(error.Message, null),
    };

    private UsageError Missing(Argument argument) => new(
        terminal.Localize($"缺少 <{argument.HelpName ?? argument.Name}>：{argument.Description}。",
            $"<{argument.HelpName ?? argument.Name}> is missing: {argument.Description}."), null);

    private UsageError Missing(Option option) =>
        new(terminal.Localize($"缺少 {option.Name}：{option.Description}。", $"{option.Name} is missing: {option.Description}."),
            null);

    private static Option? MissingOption(Command command, ParseResult result) =>
        command.Options.FirstOrDefault(o => o.Required && result.GetResult(o) is null or { Implicit: true });

    private static string? NearestOption(string word, Command command)
    {
        var names = HelpScreen.OptionsOf(command).SelectMany(o => o.Aliases.Append(o.Name)).Where(n => n[0] == '-')
            .GroupBy(n => n.TrimStart('-')).ToDictionary(g => g.Key, g => g.First());
        var wrong = word.TrimStart('-');
        var longer = names.Keys.Where(n => wrong.Length > 1 && n.StartsWith(wrong, StringComparison.OrdinalIgnoreCase)).ToList();
        var near = longer is [var only] ? only : Spelling.Nearest(wrong, names.Keys);
        return near is null ? null : names[near];
    }
}
