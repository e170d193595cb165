using System.CommandLine;
using System.Runtime.InteropServices;
using ReportGen.Cli.Inputs;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;
using ReportGen.Ledgers;
using ReportGen.Printing;
using ReportGen.Publishing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen watch</c>: watches a folder and publishes the workbooks that are put into it.</summary>
internal static class WatchCommand
{
    // Workbooks in progress are finished; one report may take up to two minutes.
    private static readonly TimeSpan s_shutdownTimeout = TimeSpan.FromMinutes(3);

    public static Command Create(UserTerminal terminal)
    {
        var settings = new WatchSettings(terminal);
        var command = new CliCommand("watch",
            terminal.Localize("监视一个文件夹：放进工作簿，就出报告", "watch a folder and publish reports from the workbooks put into it"),
            settings.All)
        {
            ShutdownTimeout = s_shutdownTimeout,
            Examples = terminal.Localize("reportgen watch 收件 -o 发布|reportgen watch 收件 -o 发布 --formats pdf --once",
                "reportgen watch inbox -o out|reportgen watch inbox -o out --formats pdf --once").Split('|'),
        };
        command.Validators.Add(settings.Validate);
        return command.Run(
            (result, stop) => settings.Read(result) is { } arguments
                ? RunAsync(arguments, terminal, stop)
                : Task.FromResult(ExitCodes.Usage));
    }

    internal static async Task<int> RunAsync(WatchArguments arguments, UserTerminal terminal, CancellationToken stop)
    {
        var (inbox, _, publish, options, _) = arguments;
        if (FolderConflict(inbox, publish.Output) is { } conflict) return terminal.Report(conflict);
        var expected = ExpectedReports.For(publish.Output, options.ExpectedOptions);
        if (expected.Value is not { } reports) return terminal.Report(expected.Diagnostics[0]);
        (publish, options) = (publish with { Year = reports.Year }, options with { Expected = reports });
        await using var printer = new IdleClosingPrinter(
            () => new ChromiumPrinter(new ChromiumPrinterOptions { Pages = options.Jobs }), options.Timings.BrowserIdleTimeout,
            options.Time);
        if (arguments.Previous is { } previous)
        {
            // Last year's workbooks are read now, which takes a definition without errors.
            var loaded = ReportPipeline.Load(options.Templates, printer);
            if (loaded.Value is not { } pipeline || loaded.HasErrors) return terminal.Report(loaded.Diagnostics);
            var last = PreviousWorkbooks.Load(pipeline, previous, forOne: false);
            terminal.Findings().Write(last.Diagnostics);
            if (last.Value is null) return ExitCodes.Usage;
            publish = publish with { Previous = last.Value };
        }

        var templates = new TemplateReloader(options.Templates, printer, publish, options.Timings);
        var code = terminal.Report(templates.Load());
        if (templates.Current is null) return code;
        var watched = await WatchAsync(arguments with { Publish = publish, Loop = options }, templates, printer, terminal, stop)
            .ConfigureAwait(false);
        // A watcher that was stopped has done what it could; a single pass has not.
        return options.Once ? Math.Max(code, watched) : watched;
    }

    private static async Task<int> WatchAsync(
        WatchArguments arguments, TemplateReloader templates, IdleClosingPrinter printer, UserTerminal terminal,
        CancellationToken stop)
    {
        var (inbox, _, publish, options, events) = arguments;
        try
        {
            var folder = OutputFolder.Open(publish.Output);
            using var abort = new ForceStopSignal(stop);
            var watcher = Watcher.Of(inbox, folder, publish, templates, events, options with
            {
                OnNewWorkbook = () =>
                {
                    if (publish.Formats.Contains(OutputFormat.Pdf) && !printer.IsOpen)
                        _ = printer.WarmUpAsync(CancellationToken.None);
                },
                // The collector lets garbage grow to many times what is in use. A watcher runs for months and is idle most of the
                // time; so it collects then, which takes some milliseconds.
                ReleaseMemory = static () => GC.Collect(
                    GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true),
            });
            events.Write(new WatchStarted(inbox, publish.Output));
            var results = await watcher.RunAsync(stop, abort.Token).ConfigureAwait(false);
            var exit = ExitCodes.For(results.Select(r => r.Findings), []);
            // Files that must be waited for are left to the next run.
            return options.Once && watcher.HasWaiting ? Math.Max(exit, ExitCodes.Data) : exit;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Report(PublishingMessages.CannotWrite(publish.Output, e.Message));
        }
    }

    private static Diagnostic? FolderConflict(string inbox, string output) =>
        !Directory.Exists(inbox) ? WatchMessages.NoInbox(inbox)
        : IsSame(inbox, output) || IsSame(inbox, Path.Combine(output, OutputFolder.OwnFolderName))
            ? WatchMessages.SameFolder(inbox)
        : null;

    private static bool IsSame(string one, string other) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));

    /// <summary>Cancels the work in progress on a second Ctrl-C; the first one only stops the watcher.</summary>
    private sealed class ForceStopSignal : IDisposable
    {
        private readonly CancellationTokenSource _abort = new();
        private readonly PosixSignalRegistration _signal;

        public ForceStopSignal(CancellationToken stop) => _signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
        {
            if (stop.IsCancellationRequested) _abort.Cancel();
        });

        public CancellationToken Token => _abort.Token;

        public void Dispose()
        {
            _signal.Dispose();
            _abort.Dispose();
        }
    }
}
