using System.Collections.Immutable;
using ReportGen.Diagnostics;
using ReportGen.Documents;
using ReportGen.Model;
using ReportGen.Rules;

namespace ReportGen;

/// <summary>The forms in which a report is published.</summary>
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
    /// <summary>The forms wanted. All by default.</summary>
    public ImmutableSortedSet<OutputFormat> Formats { get; init; } = [OutputFormat.Pdf, OutputFormat.Html, OutputFormat.Markdown];

    /// <summary>How it is checked.</summary>
    public CheckOptions Checks { get; init; } = new();

    /// <summary>
    /// Gives last year's report of the same body, with what is to be said about it; asked as soon as a report is read. Null
    /// leaves it to <see cref="Checks"/>.
    /// </summary>
    public Func<Report, (Report? Previous, Diagnostic? Remark)>? PreviousOf { get; init; }

    /// <summary>How it is rendered.</summary>
    public RenderOptions Rendering { get; init; } = RenderOptions.Published;

    /// <summary>Whether a report with errors is built all the same.</summary>
    public bool DespiteErrors { get; init; }

    /// <summary>
    /// Whether the documents are made while the rules still run, and thrown away when these find errors. It makes a single
    /// report appear sooner; among many the processors have better to do.
    /// </summary>
    public bool Ahead { get; init; }

    /// <summary>
    /// Asked as soon as a report is read, before work goes into it: a finding refuses it, null lets it through. Null asks nobody.
    /// </summary>
    public Func<Report, CancellationToken, Task<Diagnostic?>>? Admission { get; init; }

    /// <summary>How long one report may take in all.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);
}
