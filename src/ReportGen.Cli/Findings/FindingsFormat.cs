using System.Collections.Immutable;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Findings;

/// <summary>How findings are written.</summary>
public enum FindingsFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: <c>docs/schemas/findings.schema.json</c>.</summary>
    Json,

    /// <summary>For tools that know SARIF 2.1.0.</summary>
    Sarif,
}

/// <summary>Writes findings to the output of a terminal.</summary>
internal static class FindingsOutput
{
    public static void Write(FindingsFormat format, ImmutableArray<FileFindings> files, UserTerminal terminal)
    {
        switch (format)
        {
            case FindingsFormat.Json: FindingsJson.Write(files, terminal.Output); break;
            case FindingsFormat.Sarif: FindingsSarif.Write(files, terminal.Language, terminal.Output); break;
            default: new FindingsText(terminal, terminal.Output, terminal.OutputPalette).Write(files); break;
        }
    }
}
