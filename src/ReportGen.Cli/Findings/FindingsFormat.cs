using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Findings;

/// <summary>The output formats of findings.</summary>
public enum FindingsFormat
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>JSON; the schema is <c>docs/schemas/findings.schema.json</c>.</summary>
    Json,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>A review page in HTML for each workbook.</summary>
    Html,

    /// <summary>A review page in PDF for each workbook.</summary>
    Pdf,
}

/// <summary>Writes findings to a stream.</summary>
internal static class FindingsOutput
{
    /// <summary>
    /// Writes the findings of a run. For <see cref="FindingsFormat.Html"/> and <see cref="FindingsFormat.Pdf"/>, writes text; the
    /// pages are separate files.
    /// </summary>
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
