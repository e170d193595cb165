using System.CommandLine;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen demo</c>: builds the report of the example that comes with the program.</summary>
internal static class DemoCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var output = terminal.NewOption<string>("--output", new("文件夹", "folder"),
            new("写到这个文件夹；默认为当前文件夹", "folder to write to; the current one by default"), "-o").WithDefault(".");
        return new CliCommand("demo",
            terminal.Localize("用随程序提供的示例做一份报告，看看效果", "build the report of the example that comes with the program"), [output])
        {
            Examples = terminal.Localize("reportgen demo|reportgen demo -o 示例",
                "reportgen demo|reportgen demo -o sample").Split('|'),
        }.Run((result, cancellation) =>
            RunAsync(result.GetValue(output)!, TemplatesFolder.Of(result, terminal), terminal, cancellation));
    }

    private static async Task<int> RunAsync(
        string output, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "examples");
        var example = Directory.Exists(folder) ? WorkbookFiles.Find([folder]).Value!.FirstOrDefault() : null;
        if (example is null) return terminal.Report(CommandMessages.NoExample(folder));
        terminal.Error.WriteLine(terminal.Localize("工作簿：", "Workbook: ") + DisplayText.Clean(example));
        var publish = new PublishOptions(output, [.. Enum.GetValues<OutputFormat>()]) { Language = terminal.DocumentLanguage };
        var code = await new BuildCommand(terminal, templates, new([example], publish, null, new(), 1, IsForPrograms: false))
            .RunAsync(cancellation).ConfigureAwait(false);
        if (code == ExitCodes.Ok)
        {
            terminal.Error.WriteLine(
                terminal.Localize("报告在：", "The report is in ") + DisplayText.Clean(Path.GetFullPath(output)));
        }

        return code;
    }
}
