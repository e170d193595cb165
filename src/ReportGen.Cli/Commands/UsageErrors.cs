using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>An error in the command line.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Word">The word of the command line that is wrong; null if something is missing.</param>
/// <param name="Guess">The suggested word; null for none.</param>
internal sealed record UsageError(string Message, string? Word, string? Guess = null);

/// <summary>Explains the errors of a command line that cannot be parsed, in the user's language.</summary>
internal sealed class UsageErrors(UserTerminal terminal)
{
    /// <summary>Returns the errors in the order of the words; not empty if the parser found an error.</summary>
    public IReadOnlyList<UsageError> Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (result.UnmatchedTokens.Count > 0) return [.. Causes(result.UnmatchedTokens).Select(word => Unmatched(command, word))];
        return [.. result.Errors.Select(e => Explain(command, result, e)).DistinctBy(m => m.Message)];
    }

    // After an unknown word, later words do not match either: only the options, or the first word, are reported.
    private static IEnumerable<string> Causes(IReadOnlyList<string> words) =>
        words.Any(w => w.StartsWith('-')) ? words.Where(w => w.StartsWith('-')) : words.Take(1);

    private UsageError Unmatched(Command command, string word)
    {
        if (word.StartsWith('-'))
            return new(terminal.Localize($"没有 {word} 这个选项。", $"There is no option {word}."), word, NearestOption(word, command));
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

    private static string? NearestOption(string word, Command command) =>
        Spelling.Nearest(word.TrimStart('-'), OptionNames(command).Select(n => n.TrimStart('-'))) is { } near
            ? "--" + near
            : null;

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(c => c.Options.Where(o => o.Recursive)))
            .Where(o => !o.Hidden).Select(o => o.Name);
}
