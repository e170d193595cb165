using System.CommandLine;
using System.CommandLine.Invocation;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Prints the version for <c>--version</c>.</summary>
internal sealed class VersionLine(UserTerminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Output.WriteLine($"{ProgramVersion.Name} {ProgramVersion.Number}");
        return ExitCodes.Ok;
    }
}
