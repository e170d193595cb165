using ReportGen.Documents;
using ReportGen.Rules;

namespace ReportGen;

/// <summary>The output formats.</summary>
public enum OutputFormat
{
    /// <summary>A tagged PDF.</summary>
    Pdf,

    /// <summary>A self-contained web page.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>How a report is built.</summary>
internal sealed record BuildOptions
{
    /// <summary>The output formats (default: all).</summary>
    public ImmutableSortedSet<OutputFormat> Formats { get; init; } = [OutputFormat.Pdf, OutputFormat.Html, OutputFormat.Markdown];

    /// <summary>How the report is checked.</summary>
    public CheckOptions Checks { get; init; } = new();

    /// <summary>Findings from outside the rules, which can be accepted like any other; empty by default.</summary>
    public ImmutableArray<Diagnostic> MoreFindings { get; init; } = [];

    /// <summary>How the report is rendered.</summary>
    public RenderOptions Rendering { get; init; } = RenderOptions.Published;

    /// <summary>
    /// Whether to render while the rules still run, and to discard the documents if they find errors. Shortens the time to a
    /// single report; wastes processor time in a batch.
    /// </summary>
    public bool RenderSpeculatively { get; init; }
}
