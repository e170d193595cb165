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

    /// <summary>A page to sign for each workbook, to read in a browser.</summary>
    Html,

    /// <summary>A page to sign for each workbook, to print.</summary>
    Pdf,
}

/// <summary>Writes findings to a stream.</summary>
internal static class FindingsOutput
{
    /// <summary>Writes all that a run has to tell. For pages, which are files of their own, only what was found goes here.</summary>
    public static void Write(FindingsFormat format, FindingsLog log, UserTerminal terminal, TextWriter output, Palette palette)
    {
        switch (format)
        {
            case FindingsFormat.Json: FindingsJson.Write(log, output); break;
            case FindingsFormat.Sarif: FindingsSarif.Write(log, terminal.Language, output); break;
            default: new FindingsText(terminal, output, palette).Write(log); break;
        }
    }
}
