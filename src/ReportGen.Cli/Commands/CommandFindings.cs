using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Shows findings on the error stream.</summary>
internal static class CommandFindings
{
    /// <summary>Writes findings there.</summary>
    public static FindingsText Findings(this UserTerminal terminal) => new(terminal, terminal.Error, terminal.ErrorPalette);

    /// <summary>Shows why the command cannot go on, and gives its exit code.</summary>
    public static int Fail(this UserTerminal terminal, params ImmutableArray<Diagnostic> reasons)
    {
        terminal.Findings().Write(reasons);
        return ExitCodes.For(reasons);
    }
}
