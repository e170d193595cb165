using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Writes findings to standard error.</summary>
internal static class CommandFindings
{
    /// <summary>Creates a writer of findings to standard error.</summary>
    public static FindingsText Findings(this UserTerminal terminal) => new(terminal, terminal.Error, terminal.ErrorPalette);

    /// <summary>Writes findings and returns their exit code.</summary>
    public static int Report(this UserTerminal terminal, params ImmutableArray<Diagnostic> findings)
    {
        terminal.Findings().Write(findings);
        return ExitCodes.For(findings);
    }
}
