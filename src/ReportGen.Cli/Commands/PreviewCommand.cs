using System.CommandLine;
using System.Diagnostics;
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
        var server = await PreviewServer.StartAsync(session, PreviewFonts.Load(FontConfiguration.FindFolder()), terminal.Language,
            port).ConfigureAwait(false);
        if (server is null) return terminal.Report(PreviewMessages.NoFreePort(port));
        await using (server.ConfigureAwait(false))
        {
            terminal.Output.WriteLine(server.Address);
            terminal.Error.WriteLine(terminal.Localize("正在预览；按 Ctrl-C 结束。", "Preview running; press Ctrl-C to stop."));
            if (open && !TryOpen(server.Address)) findings.Write(PreviewMessages.NotOpened(server.Address));
            _ = printer.WarmUpAsync(CancellationToken.None);
            await RunUntilStoppedAsync(session, cancellation).ConfigureAwait(false);
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

    private static bool TryOpen(string address)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            // No program opens links; the caller prints the address.
            return false;
        }
    }
}
