using ReportGen.Documents;
using ReportGen.Rules;

namespace ReportGen;

/// <summary>The output formats.</summary>
public enum OutputFormat
{
    /// <summary>A tagged PDF.</summary>
    Pdf,

    /// <summary>A web page that needs nothing outside itself.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>How a report is built.</summary>
public sealed record BuildOptions
{
    /// <summary>The output formats (default: all).</summary>
    public ImmutableSortedSet<OutputFormat> Formats { get; init; } = [OutputFormat.Pdf, OutputFormat.Html, OutputFormat.Markdown];

    /// <summary>How it is checked.</summary>
    public CheckOptions Checks { get; init; } = new();

    /// <summary>Findings about it that were made elsewhere; they may be accepted too.</summary>
    public ImmutableArray<Diagnostic> Remarks { get; init; } = [];

    /// <summary>How it is rendered.</summary>
    public RenderOptions Rendering { get; init; } = RenderOptions.Published;

    /// <summary>
    /// Whether the documents are made while the rules still run, and thrown away when these find errors. It makes a single
    /// report appear sooner; among many the processors have better to do.
    /// </summary>
    public bool RenderSpeculatively { get; init; }
}
