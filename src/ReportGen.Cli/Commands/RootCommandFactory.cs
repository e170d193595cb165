using System.CommandLine;
using System.CommandLine.Help;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Creates the root command with all commands and global options.</summary>
internal static class RootCommandFactory
{
    /// <summary>Creates the root command, with texts in the terminal's language.</summary>
    public static RootCommand Create(UserTerminal terminal)
    {
        var root = new RootCommand(terminal.Localize("把标准工作簿做成可以发布的报告。", "Turns standard workbooks into publishable reports."));
        foreach (var command in Commands(terminal)) root.Add(command);
        root.Add(TemplatesFolder.Option(terminal));
        root.Add(LanguageOption(terminal));
        root.Add(DebugOption(terminal));
        AdaptBuiltIns(root, terminal);
        root.SetAction(result => new HelpScreen(terminal).Invoke(result));
        return root;
    }

    private static IEnumerable<Command> Commands(UserTerminal terminal)
    {
        yield return StartCommand.Create(terminal);
        yield return DemoCommand.Create(terminal);
        yield return NewCommand.Create(terminal);
        yield return CheckCommand.Create(terminal);
        yield return BuildCommand.Create(terminal);
        yield return WatchCommand.Create(terminal);
        yield return TotalCommand.Create(terminal);
        yield return PreviewCommand.Create(terminal);
        yield return KindsCommand.Create(terminal);
        yield return KindCommand.Create(terminal);
        yield return RenderCommand.Create(terminal);
        yield return DoctorCommand.Create(terminal);
        yield return CompletionCommand.Create(terminal);
        yield return ManualCommand.Create(terminal);
    }

    private static Option<string> LanguageOption(UserTerminal terminal) => new Option<string>(LanguageChoice.Option)
    {
        Description = terminal.Localize("界面语言；不写则按系统区域设置", "language of messages; by default that of the locale"),
        HelpName = "zh|en",
        Recursive = true,
    }.OneOf(terminal, LanguageChoice.Values);

    private static Option<bool> DebugOption(UserTerminal terminal) => new("--debug")
    {
        Description = terminal.Localize("程序出错时显示细节", "show details of internal errors"),
        Recursive = true,
    };

    private static void AdaptBuiltIns(RootCommand root, UserTerminal terminal)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = terminal.Localize("显示帮助", "show this help");
        help.Action = new HelpScreen(terminal);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Aliases.Add("-V");
        version.Description = terminal.Localize("显示版本", "show the version");
        version.Action = new VersionLine(terminal);
    }
}
