using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using ReportGen.Cli.Building;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;
using ReportGen.Diagnostics;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen watch</c>: a folder to drop workbooks into; what becomes of them appears in another.</summary>
internal static class WatchCommand
{
    // A report may take two minutes; what is held is finished.
    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(3);

    private static readonly ImmutableDictionary<string, OutputFormat> FormatNames = ImmutableDictionary.CreateRange<string, OutputFormat>(
        [new("pdf", OutputFormat.Pdf), new("html", OutputFormat.Html), new("md", OutputFormat.Markdown)]);

    public static Command Create(UserTerminal terminal)
    {
        var inbox = new Argument<string>("inbox") { HelpName = terminal.Say("收件文件夹", "inbox"), Description = terminal.Say("放工作簿的文件夹", "the folder that workbooks are put into") };
        var output = new Option<string>("--output", "-o") { HelpName = terminal.Say("文件夹", "folder"), Description = terminal.Say("报告写到这个文件夹", "folder to write the reports to"), Required = true };
        var formats = new Option<ImmutableArray<string>>("--formats") { HelpName = "pdf,html,md", Description = terminal.Say("要哪些格式；默认全部", "which forms; all by default"), DefaultValueFactory = _ => ["pdf", "html", "md"] }.ListOf(terminal, "pdf", "html", "md");
        var roster = new Option<string?>("--roster") { HelpName = terminal.Say("文件", "file"), Description = terminal.Say("应报单位名单（.xlsx 或 .csv），台账据此列出谁还没有报", "list of the bodies expected (.xlsx or .csv), so that the ledger tells who is missing") };
        var profile = CheckCommand.ProfileOption(terminal);
        var previous = CheckCommand.PreviousOption(terminal);
        var baseline = CheckCommand.BaselineOption(terminal);
        var jobs = new Option<int?>("--jobs") { HelpName = "N", Description = terminal.Say("同时做几份；默认按处理器和内存而定", "how many workbooks at once; by default what processors and memory bear") }.Between(terminal, 1, Jobs.Most);
        var patience = new Option<int?>("--patience") { HelpName = terminal.Say("分钟", "minutes"), Description = terminal.Say("文件没存完、或有人打开着，最多等几分钟；默认 10", "how long to wait for a file that is cut short or open somewhere; 10 by default") }.Between(terminal, 1, 1440);
        var once = new Option<bool>("--once") { Description = terminal.Say("把现有的做完就结束", "end when nothing is left to do") };
        var format = new Option<string>("--format") { HelpName = "text|json", Description = terminal.Say("输出格式；默认 text", "form of the output; text by default"), DefaultValueFactory = _ => "text" }.OneOf(terminal, "text", "json");
        var command = new CliCommand("watch", terminal.Say("监视一个文件夹：放进工作簿，就出报告", "watch a folder: workbooks put into it become reports"))
        {
            Farewell = Farewell,
            Examples = terminal.Say("reportgen watch 收件 -o 发布|reportgen watch 收件 -o 发布 --formats pdf --once", "reportgen watch inbox -o out|reportgen watch inbox -o out --formats pdf --once").Split('|'),
        };
        command.Add(inbox);
        foreach (var option in new Option[] { output, formats, roster, profile, previous, baseline, jobs, patience, once, format }) command.Add(option);
        command.Run((result, stop) => CheckCommand.Accepted(result.GetValue(baseline), terminal) is not { } accepted ? Task.FromResult(ExitCodes.Usage) : RunAsync(
            result.GetValue(inbox)!, result.GetValue(previous),
            new BuildWishes(result.GetValue(output)!, [.. result.GetValue(formats).Select(f => FormatNames[f])], Force: false)
            {
                Language = terminal.Language,
                Profile = Enum.Parse<CheckProfile>(result.GetValue(profile)!, ignoreCase: true),
                Accepted = accepted,
                TellsFailures = true,
            },
            new WatchLoopOptions(TemplatesFolder.Of(result, terminal))
            {
                Jobs = result.GetValue(jobs) ?? Jobs.Default,
                Roster = result.GetValue(roster),
                Once = result.GetValue(once),
                Timings = result.GetValue(patience) is { } minutes ? new WatchTimings { Patience = TimeSpan.FromMinutes(minutes) } : new WatchTimings(),
            },
            result.GetValue(format) == "json" ? new WatchJson(terminal, TimeProvider.System) : new WatchText(terminal, TimeProvider.System),
            terminal, stop));
        return command;
    }

    private static async Task<int> RunAsync(
        string inbox, string? previous, BuildWishes wishes, WatchLoopOptions options, IWatchEvents events, UserTerminal terminal, CancellationToken stop)
    {
        var findings = new FindingsText(terminal, terminal.Error, terminal.ErrorPalette);
        if (Refusal(inbox, wishes.Output) is { } refusal) return Refuse(refusal, findings);
        if (options.Roster is { } list && RosterReader.Read(list) is { Value: null } unread) return Refuse(unread.Diagnostics[0], findings);
        await using var printer = new RestingPrinter(() => new ChromiumPrinter(new ChromiumPrinterOptions { Pages = options.Jobs }), options.Timings.BrowserRest, options.Time);
        if (previous is not null && ReportPipeline.Load(options.Templates, printer).Value is { } pipeline)
        {
            var last = PreviousReports.Load(pipeline, previous, forOne: false);
            findings.Write(last.Diagnostics);
            if (last.Value is null) return ExitCodes.Usage;
            wishes = wishes with { Previous = last.Value };
        }

        var templates = new TemplateShelf(options.Templates, printer, wishes, options.Timings);
        var mistakes = templates.Load();
        findings.Write(mistakes);
        if (templates.Current is null) return ExitCodes.For(mistakes);
        try
        {
            var folder = OutputFolder.Open(wishes.Output);
            using var drop = new ImpatientUser(stop);
            var watcher = Watcher.Of(inbox, folder, wishes, templates, events, options with
            {
                GetReady = () =>
                {
                    if (wishes.Formats.Contains(OutputFormat.Pdf) && !printer.IsOpen) _ = printer.WarmUpAsync(CancellationToken.None);
                },
            });
            events.Tell(new WatchStarted(inbox, wishes.Output));
            var results = await watcher.RunAsync(stop, drop.Token).ConfigureAwait(false);
            return ExitCodes.For(results.SelectMany(r => r.Findings));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(CommandMessages.CannotWrite(wishes.Output, e.Message), findings);
        }
    }

    private static Diagnostic? Refusal(string inbox, string output) =>
        !Directory.Exists(inbox) ? WatchMessages.NoInbox(inbox)
        : IsSame(inbox, output) || IsSame(inbox, Path.Combine(output, OutputFolder.OwnFolderName)) ? WatchMessages.SameFolder(inbox)
        : null;

    private static bool IsSame(string one, string other) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));

    private static int Refuse(Diagnostic refusal, FindingsText findings)
    {
        findings.Write(refusal);
        return ExitCodes.For([refusal]);
    }

    /// <summary>Counts signals: the first stops the watcher, a further one drops what it holds.</summary>
    private sealed class ImpatientUser : IDisposable
    {
        private readonly CancellationTokenSource _drop = new();
        private readonly PosixSignalRegistration _signal;

        public ImpatientUser(CancellationToken stop) => _signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            if (stop.IsCancellationRequested) _drop.Cancel();
        });

        public CancellationToken Token => _drop.Token;

        public void Dispose()
        {
            _signal.Dispose();
            _drop.Dispose();
        }
    }
}
