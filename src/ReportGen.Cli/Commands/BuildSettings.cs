using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;
using ReportGen.Ledgers;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen build</c>.</summary>
internal sealed class BuildSettings(UserTerminal terminal)
{
    private readonly Argument<string[]> _files = terminal.NewFiles(new("文件|文件夹", "file|folder"),
        new("工作簿，装有工作簿的文件夹，或 '报送/**/*.xlsx' 这样的写法", "workbooks, folders of workbooks, or patterns such as 'inbox/**/*.xlsx'"));
    private readonly PublishingSettings _publishing = new(terminal);
    private readonly Option<ImmutableSortedDictionary<string, string>> _settings =
        terminal.NewOption<ImmutableSortedDictionary<string, string>>(
        "--set", new("名称=值", "name=value"),
        new("模板的设置，如 charts=on（插入图表）；可以写多次", "a setting for the templates, such as charts=on; may be given several times"))
            .Pairs(terminal);
    private readonly Option<bool> _force = terminal.NewSwitch(
        "--force", new("没有变化的报告也重新生成", "build a report even if nothing has changed"));
    private readonly Option<int?> _jobs = terminal.NewOption<int?>("--jobs", LocalizedText.Same("N"),
        new("同时打印几份；默认按处理器和内存而定", "number of reports to print at once; by default from processors and memory"))
        .Between(terminal, 1, Jobs.Max);
    private readonly Option<int?> _deadline = terminal.NewOption<int?>("--deadline", new("秒", "seconds"),
        new("一份报告最多用多少秒；默认 60", "time limit for one report; 60 by default")).Between(terminal, 1, 3600);
    private readonly Option<string> _format = terminal.NewChoice("--format",
        new("进展和结果的输出格式；json 是每行一个对象", "output format of progress and results; json is one object per line"), "text", "json");

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All =>
        [_files, .. _publishing.All, _settings, .. _publishing.Checking.All, _force, _jobs, _deadline, _format];

    /// <inheritdoc cref="PublishingSettings.Validate"/>
    public void Validate(CommandResult result) => _publishing.Validate(result);

    /// <summary>Returns the values; null, with an error shown, if the list of accepted findings cannot be read.</summary>
    public BuildArguments? Read(ParseResult result) => _publishing.Read(result) is not { } publish ? null : new(
        result.GetValue(_files)!,
        publish with
        {
            Force = result.GetValue(_force), Settings = result.GetValue(_settings)!,
            Deadline = result.GetValue(_deadline) is { } seconds ? TimeSpan.FromSeconds(seconds) : publish.Deadline,
        },
        _publishing.Checking.Previous(result), _publishing.Expected(result),
        result.GetValue(_jobs) ?? Jobs.Default, result.GetValue(_format) == "json");
}

/// <summary>The options of <c>reportgen build</c>.</summary>
/// <param name="Paths">The files, folders and patterns of the command line.</param>
/// <param name="Publish">How workbooks are built and published.</param>
/// <param name="PreviousPath">Last year's workbook, or a folder of last year's workbooks; null for none.</param>
/// <param name="Expected">Which bodies and which year are expected.</param>
/// <param name="Jobs">The number of reports printed at once.</param>
/// <param name="IsForPrograms">Whether the output is JSON.</param>
internal sealed record BuildArguments(
    IReadOnlyList<string> Paths, PublishOptions Publish, string? PreviousPath, ExpectedOptions Expected, int Jobs,
    bool IsForPrograms);
