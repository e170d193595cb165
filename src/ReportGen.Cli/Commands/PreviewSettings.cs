using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen preview</c>.</summary>
internal sealed class PreviewSettings(UserTerminal terminal)
{
    private const int DefaultPort = 4380;

    private readonly Argument<string> _path = terminal.NewArgument<string>(
        "path", new("文件|文件夹", "file|folder"), new("工作簿，或装有工作簿的文件夹", "a workbook, or a folder of workbooks"));
    private readonly Option<int?> _port = terminal.NewOption<int?>("--port", new("端口", "port"),
        new($"从这个端口起找一个空闲的，0 为任意空闲的；默认 {DefaultPort}",
            $"port, or the next free one; 0 for any; {DefaultPort} by default"))
        .Between(terminal, 1024, 65_535, orZero: true);
    private readonly Option<bool> _open = terminal.NewSwitch("--open", new("同时打开浏览器", "open the browser as well"));

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_path, _port, _open];

    /// <summary>Returns the values.</summary>
    public PreviewArguments Read(ParseResult result) =>
        new(result.GetValue(_path)!, result.GetValue(_port) ?? DefaultPort, result.GetValue(_open));
}

/// <summary>The values of <c>reportgen preview</c>.</summary>
internal sealed record PreviewArguments(string Path, int Port, bool Open);
