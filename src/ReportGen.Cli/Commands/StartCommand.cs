using System.Collections.Concurrent;
using System.CommandLine;
using ReportGen.Cli.Preview;
using ReportGen.Cli.Terminal;
using ReportGen.Cli.Watching;
using ReportGen.Printing;
using ReportGen.Publishing;
using ReportGen.Rules;

namespace ReportGen.Cli.Commands;

/// <summary>
/// <c>reportgen start</c>, for people who never open a terminal: makes a folder, watches it, and shows its reports in the
/// browser.
/// </summary>
internal static class StartCommand
{
    private const int FirstPort = 4380;

    public static Command Create(UserTerminal terminal)
    {
        var folder = terminal.NewArgument<string?>("folder", new("文件夹", "folder"),
            new("放工作簿和报告的文件夹；默认为“文档”里的“年报”",
                "folder for workbooks and reports; by default ReportGen in your documents"));
        folder.Arity = ArgumentArity.ZeroOrOne;
        return new CliCommand("start",
            terminal.Localize("双击程序就是它：建好文件夹，放进工作簿就出报告，在浏览器里看",
                "what a double click does: a folder that turns workbooks into reports, shown in the browser"), [folder])
        {
            ShutdownTimeout = TimeSpan.FromMinutes(3),
            Examples = terminal.Localize("reportgen start|reportgen start 年报", "reportgen start|reportgen start reports")
                .Split('|'),
        }.Run((result, cancellation) => RunAsync(
            result.GetValue(folder) ?? OfficeFolder.DefaultPath(terminal), TemplatesFolder.Of(result, terminal), terminal,
            cancellation));
    }

    private static async Task<int> RunAsync(string path, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var code = await PrepareAsync(path, templates, terminal, cancellation).ConfigureAwait(false);
        // The window of a double click closes with the program.
        if (code != ExitCodes.Ok && terminal.IsOutputInteractive && !Console.IsInputRedirected)
        {
            terminal.Error.WriteLine(terminal.Localize("按回车键关闭。", "Press Enter to close."));
            Console.In.ReadLine();
        }

        return code;
    }

    private static async Task<int> PrepareAsync(
        string path, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var catalog = RuleCatalog.LoadKinds(templates);
        if (catalog.Value is not { } kinds) return terminal.Report(catalog.Diagnostics);
        var prepared = OfficeFolder.Prepare(path, kinds, terminal.Language);
        if (prepared.Value is not { } folder || prepared.HasErrors) return terminal.Report(prepared.Diagnostics);
        try
        {
            using var running = RunningInstance.TryBecome(Path.Combine(folder.Output, OutputFolder.OwnFolderName));
            if (running is not null)
                return await ServeAsync(folder, running, templates, terminal, cancellation).ConfigureAwait(false);
            terminal.Error.WriteLine(terminal.Localize("程序已经开着，网页会再打开一次。", "It is running already; its page is shown again."));
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Report(CommandMessages.CannotPrepare(folder.Path, e.Message));
        }
    }

    private static async Task<int> ServeAsync(
        OfficeFolder folder, RunningInstance running, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var printer = new ChromiumPrinter();
        var session = new PreviewSession(new PreviewFolder(folder.Inbox), templates, printer)
        {
            Time = terminal.Time,
            Actions = new PreviewActions(folder.Inbox, folder.Output, () => end.CancelAfter(TimeSpan.FromMilliseconds(200))),
        };
        var server = await PreviewServer.StartAsync(
            session, PreviewFonts.Load(FontConfiguration.FindFolder()), terminal.DocumentLanguage, FirstPort)
            .ConfigureAwait(false);
        if (server is null) return terminal.Report(PreviewMessages.NoFreePort(FirstPort));
        await using (server.ConfigureAwait(false))
        {
            Explain(folder, terminal);
            var shown = new ConcurrentBag<PageOpener>();
            server.Access.Asked += again => PreviewCommand.ShowAgain(again, terminal);
            Show(server, terminal, shown);
            var watching = WatchCommand.RunAsync(Watch(folder, templates, terminal), terminal, end.Token);
            Task[] others = [session.RunAsync(end.Token), running.AnswerAsync(() => Show(server, terminal, shown), end.Token)];
            await Task.WhenAny([watching, .. others]).ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(others).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var opened in shown) opened.Dispose();
            if (others.FirstOrDefault(o => o.IsFaulted)?.Exception is { } failure) throw failure.GetBaseException();
            await watching.ConfigureAwait(false);
            // What was returned or failed has been said when it happened.
            return ExitCodes.Ok;
        }
    }

    private static WatchArguments Watch(OfficeFolder folder, string templates, UserTerminal terminal) => new(
        folder.Inbox, null,
        new PublishOptions(folder.Output, [.. Enum.GetValues<OutputFormat>()])
        {
            Language = terminal.DocumentLanguage, WritesPageOnFailure = true,
        },
        new WatchLoopOptions(templates) { Jobs = Jobs.Default, Time = terminal.Time },
        new WithoutBeginning(new WatchText(terminal, terminal.Time)));

    private static void Explain(OfficeFolder folder, UserTerminal terminal)
    {
        terminal.Error.WriteLine(terminal.Localize(
            $"""
             文件夹：{DisplayText.Clean(folder.Path)}
               收件  把填好的工作簿存到这里
               发布  报告和退回单出现在这里
             正在运行。网页上能看到报告；要结束，点网页右上角的“结束”，或者关闭这个窗口。
             """,
            $"""
             Folder: {DisplayText.Clean(folder.Path)}
               {Path.GetFileName(folder.Inbox)}      save filled-in workbooks here
               {Path.GetFileName(folder.Output)}  reports and returned workbooks appear here
             Running. The page shows the reports; to end, press "End" on the page, or close this window.
             """));
    }

    private static void Show(PreviewServer server, UserTerminal terminal, ConcurrentBag<PageOpener> shown)
    {
        var address = server.Access.InviteUser();
        terminal.Output.WriteLine(address);
        PageOpener? opened = null;
        opened = PageOpener.TryOpen(server.Access.Invite(used: () => opened?.Dispose()));
        if (opened is null) terminal.Findings().Write(PreviewMessages.NotOpened(address));
        else shown.Add(opened);
    }

    /// <summary>Leaves out the first event: its words are for people at a terminal.</summary>
    private sealed class WithoutBeginning(IWatchEventSink events) : IWatchEventSink
    {
        public void Write(WatchEvent happened)
        {
            if (happened is not WatchStarted) events.Write(happened);
        }
    }
}
