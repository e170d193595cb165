using System.CommandLine;
using ReportGen.Cli.Checking;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Printing;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen check</c>: lists the findings of workbooks, and writes returned workbooks and review pages.</summary>
internal static class CheckCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var settings = new CheckSettings(terminal);
        var command = new CliCommand("check", terminal.Localize("检查工作簿，列出全部问题", "check workbooks and list every finding"),
            settings.All)
        {
            Examples = terminal.Localize(
                "reportgen check 年报.xlsx --previous 去年.xlsx|reportgen check 报送 --return 退回|reportgen check 年报.xlsx --since "
                    + "年报-退回单.xlsx|reportgen check 年报.xlsx --format pdf -o 审核表.pdf",
                "reportgen check report.xlsx --previous last-year.xlsx|reportgen check inbox --return returned|reportgen check "
                    + "report.xlsx --since report-退回单.xlsx|reportgen check report.xlsx --format pdf -o review.pdf").Split('|'),
        };
        command.Validators.Add(settings.Validate);
        return command.Run((result, cancellation) =>
            RunAsync(settings.Read(result), TemplatesFolder.Of(result, terminal), terminal, cancellation));
    }

    private static async Task<int> RunAsync(
        CheckArguments arguments, string templates, UserTerminal terminal, CancellationToken cancellation)
    {
        await using var printer = new ChromiumPrinter();
        // The browser starts while the workbooks are read.
        if (arguments.Format == FindingsFormat.Pdf) _ = printer.WarmUpAsync(cancellation);
        var loaded = ReportPipeline.Load(templates, printer);
        var code = terminal.Report(loaded.Diagnostics);
        if (loaded.Value is not { } pipeline) return code;
        return Math.Max(code, await new CheckRun(pipeline, arguments, terminal).RunAsync(cancellation).ConfigureAwait(false));
    }
}
