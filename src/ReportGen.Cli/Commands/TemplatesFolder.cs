using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Where the kinds of report are: <c>--templates</c>, else REPORTGEN_TEMPLATES, else the folder beside the program.</summary>
internal static class TemplatesFolder
{
    private const string Name = "--templates";

    /// <summary>The option, which every command takes.</summary>
    public static Option<string> Option(UserTerminal terminal) => new(Name)
    {
        Description = terminal.Say("报告种类所在的文件夹；不写则用随程序提供的", "folder of the kinds of report; else the one that comes with the program"),
        HelpName = terminal.Say("文件夹", "folder"),
        Recursive = true,
    };

    /// <summary>The folder to use. It may not exist.</summary>
    public static string Of(ParseResult result, UserTerminal terminal) =>
        result.GetValue<string>(Name)
        ?? (terminal.Environment("REPORTGEN_TEMPLATES") is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "templates"));
}
