using System.CommandLine;
using ReportGen.Cli.Commands;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli;

/// <summary>Parses and runs a command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns its exit code (<see cref="ExitCodes"/>). Never throws.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, UserTerminal terminal)
    {
        if (terminal.OutputFailure() is not null)
        {
            terminal.Error.WriteLine(terminal.Localize(
                "reportgen: 标准输出已关闭，结果没有地方可写，什么也没有做。",
                "reportgen: standard output is closed, so results cannot be written; nothing was done."));
            return ExitCodes.Environment;
        }

        var code = await InvokeAsync(arguments, terminal);
        return terminal.OutputFailure() is null || code == ExitCodes.Interrupted ? code : ExitCodes.Environment;
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, UserTerminal terminal)
    {
        try
        {
            var result = RootCommandFactory.Create(terminal).Parse(arguments, new ParserConfiguration
            {
                // A file name may begin with @.
                ResponseFileTokenReplacer = null,
            });
            var errors = result.Action?.ClearsParseErrors == true ? [] : new UsageErrors(terminal, arguments).Of(result);
            if (errors.Count > 0) return new UsageScreen(terminal, arguments).Show(result, errors);
            return await result.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = (result.CommandResult.Command as CliCommand)?.ShutdownTimeout
                    ?? TimeSpan.FromSeconds(10),
            });
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(terminal.Localize("已中断。", "Interrupted."));
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            return Unexpected(e, terminal);
        }
    }

    private static int Unexpected(Exception e, UserTerminal terminal)
    {
        // Of the machine: no room, too many open files, a file that may not be read.
        var isOfMachine = e is IOException or UnauthorizedAccessException;
        terminal.Error.WriteLine(isOfMachine
            ? terminal.Localize($"reportgen: 没有完成：{DisplayText.Clean(e.Message)}",
                $"reportgen: not finished: {DisplayText.Clean(e.Message)}")
            : terminal.Localize($"reportgen: 程序内部出错，没有完成：{DisplayText.Clean(e.Message)}",
                $"reportgen: internal error; not finished: {DisplayText.Clean(e.Message)}"));
        terminal.Error.WriteLine(terminal.IsDebugging
            ? e.ToString()
            : terminal.Localize("  加 --debug 再试一次可以看到细节。", "  Run again with --debug for details."));
        return isOfMachine ? ExitCodes.Environment : ExitCodes.Program;
    }
}
