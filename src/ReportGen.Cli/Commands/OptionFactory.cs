using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Creates arguments and options with descriptions and errors in the terminal's language.</summary>
internal static class OptionFactory
{
    /// <summary>Creates an argument.</summary>
    /// <param name="terminal">The terminal with the language.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">The name of its value in the usage line; null for <paramref name="name"/>.</param>
    /// <param name="description">Its description on the help screen.</param>
    public static Argument<T> NewArgument<T>(
        this UserTerminal terminal, string name, LocalizedText? value, LocalizedText description) =>
        new(name) { HelpName = value?.In(terminal.Language), Description = description.In(terminal.Language) };

    /// <summary>Creates an argument with one or more values: files, folders and patterns.</summary>
    public static Argument<string[]> NewFiles(this UserTerminal terminal, LocalizedText value, LocalizedText description)
    {
        var argument = terminal.NewArgument<string[]>("files", value, description);
        argument.Arity = ArgumentArity.OneOrMore;
        return argument;
    }

    /// <summary>Creates an option with a value; see <see cref="NewArgument"/>.</summary>
    public static Option<T> NewOption<T>(
        this UserTerminal terminal, string name, LocalizedText value, LocalizedText description, params string[] aliases) =>
        new(name, aliases) { HelpName = value.In(terminal.Language), Description = description.In(terminal.Language) };

    /// <summary>Creates an option without a value.</summary>
    public static Option<bool> NewSwitch(this UserTerminal terminal, string name, LocalizedText description) =>
        new(name) { Description = description.In(terminal.Language) };

    /// <summary>Creates an option whose value is one of a list; the first is the default.</summary>
    public static Option<string> NewChoice(
        this UserTerminal terminal, string name, LocalizedText description, params string[] values)
    {
        var list = LocalizedText.Same(string.Join('|', values));
        return terminal.NewOption<string>(name, list, description).OneOf(terminal, values).WithDefault(values[0]);
    }

    /// <summary>Offers values when a shell completes the command line.</summary>
    public static Argument<string> Completing(this Argument<string> argument, Func<ParseResult, IEnumerable<string>> values)
    {
        argument.CompletionSources.Add(context => values(context.ParseResult).Select(v => new CompletionItem(v)));
        return argument;
    }

    /// <summary>Makes the option required.</summary>
    public static Option<T> AsRequired<T>(this Option<T> option)
    {
        option.Required = true;
        return option;
    }

    /// <summary>Requires an extension of the file to write, because it decides how other programs open the file.</summary>
    public static Option<string> NamedLike(this Option<string> option, UserTerminal terminal, string extension)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var path }]
                || Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            var name = Path.GetFileNameWithoutExtension(path);
            var better = name.Length == 0 ? "" : Path.ChangeExtension(path, extension);
            var (zh, en) = better.Length > 0 ? ($"，如 {better}", $", such as {better}") : ("", "");
            result.AddError(terminal.Localize(
                $"这里写的是 Excel 工作簿，文件名要以 {extension} 结尾{zh}。",
                $"An Excel workbook is written; its name must end with {extension}{en}."));
        });
        return option;
    }

    /// <summary>Sets the default value.</summary>
    public static Option<T> WithDefault<T>(this Option<T> option, T value)
    {
        option.DefaultValueFactory = _ => value;
        return option;
    }

    /// <summary>Allows several values after the option.</summary>
    public static Option<T> TakingSeveral<T>(this Option<T> option)
    {
        option.AllowMultipleArgumentsPerToken = true;
        return option;
    }

    /// <summary>Restricts the value to a list.</summary>
    public static Option<string> OneOf(this Option<string> option, UserTerminal terminal, params string[] values)
    {
        option.CustomParser = result => Word(result, result.Tokens[0].Value, values, terminal);
        option.CompletionSources.Add(_ => values.Select(v => new CompletionItem(v)));
        return option;
    }

    /// <summary>Restricts the value to a list.</summary>
    public static Argument<string> OneOf(this Argument<string> argument, UserTerminal terminal, params string[] values)
    {
        argument.CustomParser = result => Word(result, result.Tokens[0].Value, values, terminal);
        return argument.Completing(_ => values);
    }

    /// <summary>Parses a comma-separated subset of a list, without duplicates, in the given order; default: all.</summary>
    public static Option<ImmutableArray<string>> ListOf(
        this Option<ImmutableArray<string>> option, UserTerminal terminal, params string[] values)
    {
        option.CustomParser = result => result.Tokens[0].Value
            .Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Word(result, word, values, terminal)).OfType<string>().Distinct().ToImmutableArray();
        return option.WithDefault([.. values]);
    }

    /// <summary>Restricts the value to a whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static Option<int?> Between(this Option<int?> option, UserTerminal terminal, int min, int max, bool orZero = false)
    {
        option.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, out var number) && ((number >= min && number <= max) || (orZero && number == 0)))
                return number;
            var (chinese, english) = orZero ? ("0，或", "0 or ") : ("", "");
            result.AddError(terminal.Localize(
                $"“{text}”应为{chinese} {min} 到 {max} 的整数。", $"\"{text}\" is not {english}a whole number from {min} to {max}."));
            return null;
        };
        return option;
    }

    /// <summary>Parses <c>name=value</c> pairs; the last value of a name counts.</summary>
    public static Option<ImmutableSortedDictionary<string, string>> Pairs(
        this Option<ImmutableSortedDictionary<string, string>> option, UserTerminal terminal)
    {
        option.Arity = ArgumentArity.OneOrMore;
        option.CustomParser = result =>
        {
            var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var text in result.Tokens.Select(t => t.Value))
            {
                var at = text.IndexOf('=');
                if (at > 0)
                {
                    pairs[text[..at]] = text[(at + 1)..];
                }
                else
                {
                    result.AddError(terminal.Localize(
                        $"“{text}”应写成 名称=值，如 charts=on。", $"\"{text}\" must be name=value, such as charts=on."));
                }
            }

            return pairs.ToImmutable();
        };
        return option.WithDefault(ImmutableSortedDictionary<string, string>.Empty);
    }

    private static string? Word(ArgumentResult result, string word, string[] values, UserTerminal terminal)
    {
        if (values.Contains(word, StringComparer.Ordinal)) return word;
        var guess = Spelling.Nearest(word, values) is { } near ? terminal.Localize($"是不是 {near}？", $" Did you mean {near}?") : "";
        result.AddError(terminal.Localize(
            $"“{word}”不是可选的值（{string.Join("、", values)}）。{guess}",
            $"\"{word}\" is not one of {string.Join(", ", values)}.{guess}"));
        return null;
    }
}
