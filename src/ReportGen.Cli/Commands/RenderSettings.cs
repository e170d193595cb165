using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen render</c>.</summary>
internal sealed class RenderSettings(UserTerminal terminal)
{
    private readonly Argument<FileInfo> _template = terminal.NewArgument<FileInfo>("template", null,
        new("模板文件；名称以 .sbn-html 结尾的输出 HTML 并自动转义", "template file; .sbn-html renders escaped HTML"));
    private readonly Option<FileInfo> _data = terminal.NewOption<FileInfo>(
        "--data", LocalizedText.Same("file"), new("数据文件，JSON 或 YAML", "data file, JSON or YAML"), "-d").AsRequired();
    private readonly Option<bool> _relaxed = terminal.NewSwitch("--relaxed",
        new("宽松：不存在的名字当作空值，小数按双精度", "allow unknown names and compute in double precision, as Scriban does"));

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_template, _data, _relaxed];

    /// <summary>Returns the values.</summary>
    public RenderArguments Read(ParseResult result) =>
        new(result.GetValue(_template)!, result.GetValue(_data)!, result.GetValue(_relaxed));
}

/// <summary>The values of <c>reportgen render</c>.</summary>
internal sealed record RenderArguments(FileInfo Template, FileInfo Data, bool Relaxed);
