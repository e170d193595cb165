using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Definitions;

namespace ReportGen.Cli.Commands;

/// <summary>The templates folder: <c>--templates</c>, else REPORTGEN_TEMPLATES, else the folder beside the program.</summary>
internal static class TemplatesFolder
{
    private const string Name = "--templates";

    /// <summary>Creates the global option.</summary>
    public static Option<string> Option(UserTerminal terminal) => new(Name)
    {
        Description = terminal.Localize("报告种类所在的文件夹；不写则用随程序提供的",
            "folder with the kinds of report; by default the one of the program"),
        HelpName = terminal.Localize("文件夹", "folder"),
        Recursive = true,
    };

    /// <summary>Returns the folder to use, which may be missing.</summary>
    public static string Of(ParseResult result, UserTerminal terminal) =>
        result.GetValue<string>(Name) ?? Default(terminal.Environment);

    /// <summary>
    /// Returns the folder for a new kind: not the one of the program, in which an update would replace it.
    /// </summary>
    public static string ForNew(ParseResult result, UserTerminal terminal) =>
        result.GetValue<string>(Name) ?? OfVariable(terminal.Environment) ?? "templates";

    /// <summary>
    /// Returns the language that all kinds of the folder share; null if none. The command line has not been parsed yet, because
    /// its errors need a language.
    /// </summary>
    public static Language? LanguageOfKinds(IReadOnlyList<string> arguments) => KindCatalog.FindLanguage(
        LanguageChoice.ValueOf(Name, arguments) ?? Default(Environment.GetEnvironmentVariable));

    private static string Default(Func<string, string?> environment) =>
        OfVariable(environment) ?? Path.Combine(AppContext.BaseDirectory, "templates");

    private static string? OfVariable(Func<string, string?> environment) =>
        environment("REPORTGEN_TEMPLATES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Returns the names of the kinds in the folder, without reading them; empty if there is no folder.</summary>
    public static IEnumerable<string> Kinds(ParseResult result, UserTerminal terminal) =>
        Of(result, terminal) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)).Where(name => name[0] is not ('_' or '.'))
            : [];
}
