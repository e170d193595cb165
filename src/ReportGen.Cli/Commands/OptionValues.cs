using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Commands;

/// <summary>Values of options that are checked as they are read, with messages in the user's language.</summary>
internal static class OptionValues
{
    /// <summary>One word of a list.</summary>
    public static Option<string> OneOf(this Option<string> option, UserTerminal terminal, params string[] values)
    {
        option.CustomParser = result => Word(result, result.Tokens[0].Value, values, terminal);
        option.CompletionSources.Add(_ => values.Select(v => new System.CommandLine.Completions.CompletionItem(v)));
        return option;
    }

    /// <summary>Words of a list, separated by commas; each once, in the order given.</summary>
    public static Option<ImmutableArray<string>> ListOf(
        this Option<ImmutableArray<string>> option, UserTerminal terminal, params string[] values)
    {
        option.CustomParser = result => result.Tokens[0].Value
            .Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Word(result, word, values, terminal)).OfType<string>().Distinct().ToImmutableArray();
        return option;
    }

    /// <summary>A whole number within bounds.</summary>
    public static Option<int?> Between(this Option<int?> option, UserTerminal terminal, int least, int most)
    {
        option.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, out var number) && number >= least && number <= most) return number;
            result.AddError(terminal.Say($"“{text}”应为 {least} 到 {most} 的整数。", $"\"{text}\" is not a whole number from {least} to {most}."));
            return null;
        };
        return option;
    }

    /// <summary>Names with values, <c>name=value</c>; of a name that occurs twice the last value counts.</summary>
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
                if (at > 0) pairs[text[..at]] = text[(at + 1)..];
                else result.AddError(terminal.Say($"“{text}”应写成 名称=值，如 charts=on。", $"\"{text}\" is not of the form name=value, such as charts=on."));
            }

            return pairs.ToImmutable();
        };
        return option;
    }

    private static string? Word(ArgumentResult result, string word, string[] values, UserTerminal terminal)
    {
        if (values.Contains(word, StringComparer.Ordinal)) return word;
        var guess = Spelling.Nearest(word, values) is { } near ? terminal.Say($"是不是 {near}？", $" Did you mean {near}?") : "";
        result.AddError(terminal.Say(
            $"“{word}”不是可选的值（{string.Join("、", values)}）。{guess}",
            $"\"{word}\" is not one of {string.Join(", ", values)}.{guess}"));
        return null;
    }
}
