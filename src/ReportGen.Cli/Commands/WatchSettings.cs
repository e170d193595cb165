using System.CommandLine;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;

namespace ReportGen.Cli.Commands;

/// <summary>What <c>reportgen watch</c> is told.</summary>
internal sealed class WatchSettings(UserTerminal terminal)
{
    private readonly Argument<string> _inbox = terminal.NewArgument<string>(
        "inbox", new("收件文件夹", "inbox"), new("放工作簿的文件夹", "the folder that workbooks are put into"));
    private readonly PublishingSettings _publishing = new(terminal);
    private readonly Option<int?> _jobs = terminal.NewOption<int?>("--jobs", LocalizedText.Same("N"),
        new("同时做几份；默认按处理器和内存而定", "how many workbooks at once; by default what processors and memory bear")).Between(terminal, 1, Jobs.Max);
    private readonly Option<int?> _patience = terminal.NewOption<int?>("--patience", new("分钟", "minutes"),
        new("文件没存完、或有人打开着，最多等几分钟；默认 10", "how long to wait for a file that is cut short or open somewhere; 10 by default")).Between(terminal, 1, 1440);
    private readonly Option<bool> _once = terminal.NewSwitch("--once", new("把现有的做完就结束", "end when nothing is left to do"));
    private readonly Option<string> _format = terminal.NewChoice(
        "--format", new("输出格式；默认 text", "form of the output; text by default"), "text", "json");

    /// <summary>The arguments and options, in the order of the help screen.</summary>
    public IEnumerable<Symbol> All => [_inbox, .. _publishing.All, .. _publishing.Checking.All, _jobs, _patience, _once, _format];

    /// <summary>The values; null, and told, when the list of accepted findings cannot be read.</summary>
    public WatchArguments? Read(ParseResult result) => _publishing.Read(result) is not { } publish ? null : new(
        result.GetValue(_inbox)!, _publishing.Checking.Previous(result), publish with { WritesFailurePage = true },
        new WatchLoopOptions(TemplatesFolder.Of(result, terminal))
        {
            Jobs = result.GetValue(_jobs) ?? Jobs.Default,
            Roster = _publishing.Roster(result),
            Once = result.GetValue(_once),
            Timings = result.GetValue(_patience) is { } minutes ? new WatchTimings { Patience = TimeSpan.FromMinutes(minutes) } : new WatchTimings(),
            Time = terminal.Time,
        },
        result.GetValue(_format) == "json" ? new WatchJson(terminal, terminal.Time) : new WatchText(terminal, terminal.Time));
}

/// <summary>What is to be watched, and how.</summary>
/// <param name="Inbox">The folder that workbooks are put into.</param>
/// <param name="Previous">Last year's workbook, or a folder of such; null for none.</param>
/// <param name="Publish">What is published, and how.</param>
/// <param name="Loop">How the watcher runs.</param>
/// <param name="Events">Where events are written.</param>
internal sealed record WatchArguments(string Inbox, string? Previous, PublishOptions Publish, WatchLoopOptions Loop, IWatchEventSink Events);
