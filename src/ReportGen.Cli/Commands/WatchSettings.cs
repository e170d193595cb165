using System.CommandLine;
using System.CommandLine.Parsing;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;

namespace ReportGen.Cli.Commands;

/// <summary>The command-line arguments and options of <c>reportgen watch</c>.</summary>
internal sealed class WatchSettings(UserTerminal terminal)
{
    private readonly Argument<string> _inbox = terminal.NewArgument<string>(
        "inbox", new("收件文件夹", "inbox"), new("放工作簿的文件夹", "folder for incoming workbooks"));
    private readonly PublishingSettings _publishing = new(terminal);
    private readonly Option<int?> _jobs = terminal.NewOption<int?>("--jobs", LocalizedText.Same("N"),
        new("同时做几份；默认按处理器和内存而定", "number of workbooks at once; by default from processors and memory"))
        .Between(terminal, 1, Jobs.Max);
    private readonly Option<int?> _patience = terminal.NewOption<int?>("--patience", new("分钟", "minutes"),
        new("文件没存完、或有人打开着，最多等几分钟；默认 10", "how long to wait for a file that is incomplete or open; 10 by default"))
        .Between(terminal, 1, 1440);
    private readonly Option<bool> _once = terminal.NewSwitch("--once", new("把现有的做完就结束", "exit when nothing is left to do"));
    private readonly Option<string> _format = terminal.NewChoice(
        "--format", new("输出格式；默认 text", "output format; text by default"), "text", "json");

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_inbox, .. _publishing.All, .. _publishing.Checking.All, _jobs, _patience, _once, _format];

    /// <inheritdoc cref="PublishingSettings.Validate"/>
    public void Validate(CommandResult result) => _publishing.Validate(result);

    /// <summary>Returns the values; null, with an error shown, if the list of accepted findings cannot be read.</summary>
    public WatchArguments? Read(ParseResult result) => _publishing.Read(result) is not { } publish ? null : new(
        result.GetValue(_inbox)!, _publishing.Checking.Previous(result), publish with { WritesPageOnFailure = true },
        new WatchLoopOptions(TemplatesFolder.Of(result, terminal))
        {
            Jobs = result.GetValue(_jobs) ?? Jobs.Default,
            ExpectedOptions = _publishing.Expected(result),
            Once = result.GetValue(_once),
            Timings = result.GetValue(_patience) is { } minutes
                ? new WatchTimings { Timeout = TimeSpan.FromMinutes(minutes) }
                : new WatchTimings(),
            Time = terminal.Time,
        },
        result.GetValue(_format) == "json" ? new WatchJson(terminal, terminal.Time) : new WatchText(terminal, terminal.Time));
}

/// <summary>The values of <c>reportgen watch</c>.</summary>
/// <param name="Inbox">The folder for incoming workbooks.</param>
/// <param name="Previous">Last year's workbook, or a folder of last year's workbooks; null for none.</param>
/// <param name="Publish">How workbooks are built and published.</param>
/// <param name="Loop">The options of the watcher.</param>
/// <param name="Events">Receives the events.</param>
internal sealed record WatchArguments(
    string Inbox, string? Previous, PublishOptions Publish, WatchLoopOptions Loop, IWatchEventSink Events);
