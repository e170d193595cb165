using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>
/// <c>reportgen manual</c>: prints the manual page, in the format of <c>man</c>. For packagers; not listed on the help screen.
/// </summary>
internal static class ManualCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var command = new CliCommand("manual", terminal.Localize("打印手册页（man 格式）", "print the manual page, in the format of man"))
        {
            Hidden = true,
        };
        command.SetAction(result =>
        {
            terminal.Output.Write(Page((RootCommand)result.RootCommandResult.Command, result, terminal));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Page(RootCommand root, ParseResult result, UserTerminal terminal)
    {
        var commands = root.Subcommands.Where(c => !c.Hidden)
            .SelectMany(c => c.Subcommands.Count > 0 ? c.Subcommands : [c]).ToList();
        var text = new StringBuilder($".TH REPORTGEN 1 \"\" \"{ProgramVersion.Name} {ProgramVersion.Number}\"\n");
        Section(text, "NAME", "名称", terminal, $"{ProgramVersion.Name} \\- {Plain(Without(root.Description))}");
        Section(text, "SYNOPSIS", "用法", terminal, $".B {Plain(HelpScreen.UsageOf(root, terminal))}");
        Section(text, "COMMANDS", "命令", terminal, [.. commands.SelectMany(c => CommandLines(c, result, terminal))]);
        Section(text, "OPTIONS", "选项", terminal, [.. HelpScreen.OptionsOf(root).SelectMany(OptionLines)]);
        Section(text, "EXIT STATUS", "退出码", terminal, [.. Terms(terminal, s_exitCodes)]);
        Section(text, "ENVIRONMENT", "环境变量", terminal, [.. Terms(terminal, s_variables)]);
        Section(text, "SEE ALSO", "另见", terminal,
            terminal.Localize("文档在 /usr/share/doc/reportgen，或者在解开的文件夹的 docs 里。",
                "The documentation is in /usr/share/doc/reportgen, or in the folder docs of the download."));
        return text.ToString();
    }

    private static readonly (string Name, LocalizedText Meaning)[] s_exitCodes =
    [
        ($"{ExitCodes.Ok}", new("成功", "success")),
        ($"{ExitCodes.Data}", new("工作簿有错误，或者读不了", "a workbook has errors, or cannot be read")),
        ($"{ExitCodes.Usage}", new("命令行有误", "the command line cannot be understood")),
        ($"{ExitCodes.Template}", new("模板或报告种类的定义有误", "a template or the definition of a kind has an error")),
        ($"{ExitCodes.Program}", new("程序或浏览器出错", "the program itself or the browser failed")),
        ($"{ExitCodes.PartOfBatch}", new("一批里有的做成了，有的没有", "some reports of a batch were built and some were not")),
        ($"{ExitCodes.Environment}",
            new("这台机器缺少东西，见 reportgen doctor", "something is missing on this machine: see reportgen doctor")),
        ($"{ExitCodes.Interrupted}", new("被 Ctrl-C 中断", "stopped by Ctrl-C")),
    ];

    private static readonly (string Name, LocalizedText Meaning)[] s_variables =
    [
        ("REPORTGEN_BROWSER", new("打印用的浏览器程序", "the browser's executable for printing")),
        ("REPORTGEN_BROWSER_SANDBOX", new("on 或 off：浏览器的沙盒", "on or off: the browser's sandbox")),
        ("REPORTGEN_FONTS", new("字体文件夹", "the folder of fonts")),
        ("REPORTGEN_TEMPLATES", new("报告种类所在的文件夹", "the folder with the kinds of report")),
        ("REPORTGEN_DEBUG", new("程序出错时显示细节", "shows details of internal errors")),
        ("NO_COLOR", new("不用颜色", "no colours")),
        ("LC_ALL, LC_MESSAGES, LANG", new("界面语言", "language of messages")),
    ];

    private static void Section(
        StringBuilder text, string english, string chinese, UserTerminal terminal, params IReadOnlyList<string> lines)
    {
        text.Append($".SH {terminal.Localize(chinese, english)}\n");
        foreach (var line in lines) text.Append(line).Append('\n');
    }

    private static IEnumerable<string> CommandLines(Command command, ParseResult result, UserTerminal terminal)
    {
        yield return $".SS {Plain(HelpScreen.UsageOf(command, terminal))}";
        yield return Plain(command.Description);
        foreach (var argument in command.Arguments.Where(a => !a.Hidden))
        {
            yield return $".TP\n.B {Plain(HelpScreen.NameOf(argument))}";
            yield return Plain(argument.Description);
        }

        foreach (var line in command.Options.Where(o => !o.Hidden).SelectMany(OptionLines)) yield return line;
        if (command is not CliCommand { Examples.Count: > 0 } own) yield break;
        yield return ".P\n" + terminal.Localize("例子：", "Examples:") + "\n.RS\n.nf";
        foreach (var example in own.ExamplesFor(result, terminal)) yield return Plain(example);
        yield return ".fi\n.RE";
    }

    private static IEnumerable<string> OptionLines(Option option) =>
        [$".TP\n.B {Plain(HelpScreen.NamesOf(option))}", Plain(option.Description)];

    private static IEnumerable<string> Terms(UserTerminal terminal, IEnumerable<(string Name, LocalizedText Meaning)> terms) =>
        terms.Select(t => $".TP\n.B {Plain(t.Name)}\n{Plain(t.Meaning.In(terminal.Language))}");

    private static string Without(string? sentence) => (sentence ?? "").TrimEnd('.', '。');

    // A dot or an apostrophe at the start of a line would be a request to the formatter.
    private static string Plain(string? text)
    {
        var escaped = (text ?? "").ReplaceLineEndings(" ").Replace("\\", "\\e").Replace("-", "\\-");
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
