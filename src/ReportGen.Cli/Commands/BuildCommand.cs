using System.CommandLine;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary><c>reportgen build</c>: workbooks in, published reports out, and a ledger of all.</summary>
internal static class BuildCommand
{
    public static Command Create(UserTerminal terminal)
    {
        var settings = new BuildSettings(terminal);
        return new CliCommand("build", terminal.Say("把工作簿做成可以发布的报告；有错误的退回", "make publish-ready reports of workbooks; one with errors is returned"), settings.All)
        {
            Examples = terminal.Say(
                "reportgen build 年报.xlsx -o 发布|reportgen build 报送 -o 发布 --roster 名单.xlsx",
                "reportgen build report.xlsx -o out|reportgen build inbox -o out --roster bodies.xlsx").Split('|'),
        }.Run((result, cancellation) => settings.Read(result) is { } options
            ? new BuildCommandRunner(terminal, TemplatesFolder.Of(result, terminal), options).RunAsync(cancellation)
            : Task.FromResult(ExitCodes.Usage));
    }
}
