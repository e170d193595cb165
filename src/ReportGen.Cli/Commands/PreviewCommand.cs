using System.CommandLine;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Preview;
using ReportGen.Cli.Terminal;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen preview</c>: shows reports in the browser, updated when workbooks or templates change.</summary>
internal static class PreviewCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var settings = new PreviewSettings(terminal);
        return new CliCommand("preview",
            terminal.Localize("在浏览器里看报告，工作簿或模板一保存就更新", "show reports in the browser, updated with every save"), settings.All)
        {
            Examples = terminal.Localize("reportgen preview 年报.xlsx --open|reportgen preview 报送",
                "reportgen preview report.xlsx --open|reportgen preview inbox").Split('|'),
        }.Run((result, cancellation) =>
            RunAsync(settings.Read(result), TemplatesFolder.Of(result, terminal), terminal, cancellation));
    }

    private static async Task<int> RunAsync(
        PreviewArguments arguments, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        var (path, port, open) = arguments;
        var findings = terminal.Findings();
        if (!File.Exists(path) && !Directory.Exists(path)) return terminal.Report(PreviewMessages.NoSuchPath(path));
        await using var printer = new ChromiumPrinter();
        if (!Directory.Exists(templates)) return terminal.Report(ReportPipeline.Load(templates, printer).Diagnostics[0]);
        var session = new PreviewSession(new PreviewFolder(path), templates, printer)
            { Time = terminal.Time, Refreshed = state => Report(state, terminal, findings) };
        var server = await PreviewServer.StartAsync(
            session, PreviewFonts.Load(FontConfiguration.FindFolder()), terminal.DocumentLanguage, port).ConfigureAwait(false);
        if (server is null) return terminal.Report(PreviewMessages.NoFreePort(port));
        await using (server.ConfigureAwait(false))
        {
            var address = server.Access.InviteUser();
            terminal.Output.WriteLine(address);
            terminal.Error.WriteLine(terminal.Localize("正在预览；按 Ctrl-C 结束。网址只能用一次，不要发给别人。",
                "Preview running; press Ctrl-C to stop. The address works once; do not share it."));
            server.Access.Asked += again => ShowAgain(again, terminal);
            PageOpener? opened = null;
            if (open) opened = PageOpener.TryOpen(server.Access.Invite(used: () => opened?.Dispose()));
            if (open && opened is null) findings.Write(PreviewMessages.NotOpened(address));
            _ = printer.WarmUpAsync(CancellationToken.None);
            await RunUntilStoppedAsync(session, cancellation).ConfigureAwait(false);
            opened?.Dispose();
        }

        return ExitCodes.Ok;
    }

    private static async Task RunUntilStoppedAsync(PreviewSession session, CancellationToken cancellation)
    {
        try
        {
            await session.RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is the normal exit.
        }
    }

    private static void Report(ReportState state, UserTerminal terminal, FindingsText findings)
    {
        var name = DisplayText.Clean(state.File.Name);
        var palette = terminal.ErrorPalette;
        if (!state.Errors.IsEmpty)
        {
            terminal.Error.WriteLine($"{Clock(state.FailedAt)}  {palette.Error(terminal.Localize("无法生成", "failed"))}  {name}");
            findings.Write(state.Errors);
        }
        else if (state.LastGood is { } good)
        {
            var (errors, warnings) = (state.Count(Severity.Error), state.Count(Severity.Warning));
            var counts = terminal.Localize($"错误 {errors}，警告 {warnings}", $"errors {errors}, warnings {warnings}");
            var paint = errors > 0 ? palette.Error(counts) : warnings > 0 ? palette.Warning(counts) : palette.Good(counts);
            terminal.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"{Clock(good.At)}  {good.Took.TotalMilliseconds,4:0} ms  {name}  {paint}"));
        }
    }

    private static string Clock(DateTimeOffset? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Shows a new address after the last one was used.</summary>
    internal static void ShowAgain(string address, UserTerminal terminal)
    {
        terminal.Error.WriteLine(terminal.Localize("有浏览器想看预览，还没有获准。如果是您自己，请用这个新网址：",
            "A browser that is not admitted asked for the preview. If it is yours, use this new address:"));
        terminal.Output.WriteLine(address);
    }
}
