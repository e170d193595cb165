using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Writes the help of a command, in the user's language.</summary>
internal sealed class HelpScreen(UserTerminal terminal) : SynchronousCommandLineAction
{
    private const int MaxNameWidth = 34;

    private TextWriter Output => terminal.Output;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult);
        return ExitCodes.Ok;
    }

    /// <summary>Returns the usage line: command path, required arguments and options, then <c>[options]</c>.</summary>
    public static string UsageOf(Command command, UserTerminal terminal)
    {
        var parts = new List<string> { PathOf(command) };
        if (command.Subcommands.Count > 0) parts.Add(terminal.Localize("<命令>", "<command>"));
        parts.AddRange(command.Arguments.Where(a => !a.Hidden).Select(NameOf));
        parts.AddRange(command.Options.Where(o => o.Required && !o.Hidden).Select(o => $"{ShortestOf(o)} {NameOf(o)}"));
        parts.Add(terminal.Localize("[选项]", "[options]"));
        return string.Join(' ', parts);
    }

    /// <summary>Returns the command path, such as <c>reportgen build</c>.</summary>
    public static string PathOf(Command command) =>
        command is RootCommand ? ProgramVersion.Name : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private void Write(Command command, ParseResult result)
    {
        Output.WriteLine(Sentence(command.Description ?? ""));
        WriteSection(terminal.Localize("用法", "Usage"), [(UsageOf(command, terminal), "")]);
        WriteSection(terminal.Localize("命令", "Commands"),
            command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? "")));
        WriteSection(terminal.Localize("参数", "Arguments"),
            command.Arguments.Where(a => !a.Hidden).Select(a => (NameOf(a), a.Description ?? "")));
        WriteSection(terminal.Localize("选项", "Options"), OptionsOf(command).Select(o => (NamesOf(o), o.Description ?? "")));
        if (command is CliCommand own)
            WriteSection(terminal.Localize("例子", "Examples"), own.ExamplesFor(result, terminal).Select(e => (e, "")));
        if (command is RootCommand)
        {
            Output.WriteLine(Environment.NewLine + terminal.Localize(
                "“reportgen <命令> --help”显示某一命令的帮助。", "\"reportgen <command> --help\" shows the help of a command."));
        }
    }

    private string Sentence(string text) =>
        text.EndsWith('.') || text.EndsWith('。')
            ? text
            : char.ToUpperInvariant(text[0]) + text[1..] + terminal.Localize("。", ".");

    private void WriteSection(string heading, IEnumerable<(string Name, string Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        Output.WriteLine();
        Output.WriteLine(terminal.OutputPalette.Strong(heading));
        var width = list.Select(r => DisplayText.Width(r.Name)).Where(w => w <= MaxNameWidth).DefaultIfEmpty(0).Max() + 2;
        foreach (var (name, description) in list) WriteRow(name, description, width);
    }

    private void WriteRow(string name, string description, int width)
    {
        var lines = description.Split('\n');
        var first = DisplayText.Width(name) + 2 <= width ? name.PadTo(width) + lines[0] : name;
        Output.WriteLine(("  " + first).TrimEnd());
        foreach (var line in lines.Skip(ReferenceEquals(first, name) && description.Length > 0 ? 0 : 1))
            Output.WriteLine(new string(' ', width + 2) + line);
    }

    // The command's own options first, then the global ones, then --help.
    internal static IEnumerable<Option> OptionsOf(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(o => o.Recursive);
        return command.Options.Concat(inherited).Where(o => !o.Hidden).OrderBy(o => o.Recursive ? o is HelpOption ? 2 : 1 : 0);
    }

    internal static string NamesOf(Option option)
    {
        var names = string.Join(", ",
            option.Aliases.Where(a => a is not ("/h" or "/?" or "-?")).Append(option.Name).OrderBy(n => n.Length));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? names : $"{names} {NameOf(option)}";
    }

    private static string ShortestOf(Option option) => option.Aliases.Append(option.Name).MinBy(n => n.Length)!;

    private static string NameOf(Option option) => $"<{option.HelpName ?? option.Name.TrimStart('-')}>";

    internal static string NameOf(Argument argument)
    {
        var name = $"<{argument.HelpName ?? argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }
}
