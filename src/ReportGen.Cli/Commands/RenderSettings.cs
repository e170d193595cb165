using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>What <c>reportgen render</c> is told.</summary>
internal sealed class RenderSettings(UserTerminal terminal)
{
    private readonly Argument<FileInfo> _template = terminal.NewArgument<FileInfo>("template", null,
        new("模板文件；名称以 .sbn-html 结尾的输出 HTML 并自动转义", "the template; one named .sbn-html makes HTML and escapes it"));
    private readonly Option<FileInfo> _data = terminal.NewOption<FileInfo>(
        "--data", LocalizedText.Same("file"), new("数据文件，JSON 或 YAML", "the data, JSON or YAML"), "-d").AsRequired();
    private readonly Option<bool> _relaxed = terminal.NewSwitch("--relaxed",
        new("宽松：不存在的名字当作空值，小数按双精度", "forgive unknown names and count in double precision, as Scriban does"));

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_template, _data, _relaxed];

    /// <summary>The values.</summary>
    public RenderArguments Read(ParseResult result) => new(result.GetValue(_template)!, result.GetValue(_data)!, result.GetValue(_relaxed));
}

/// <summary>What is to be rendered.</summary>
internal sealed record RenderArguments(FileInfo Template, FileInfo Data, bool Relaxed);
