using ReportGen.Rules;

namespace ReportGen;

/// <summary>How workbooks are built and published.</summary>
/// <param name="Output">The output folder as the user gave it; the paths in results start with it.</param>
/// <param name="Formats">The output formats.</param>
public sealed record PublishOptions(string Output, ImmutableSortedSet<OutputFormat> Formats)
{
    /// <summary>Whether to build unchanged reports as well.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the HTML is a part of a page for the editor of a website.</summary>
    public bool ForPortal { get; init; }

    /// <summary>The language of returned workbooks, review pages and reasons in the journal. Default: Chinese.</summary>
    public DocumentLanguage Language { get; init; } = Diagnostics.Language.Chinese;

    /// <summary>Settings for the templates, by name; empty by default.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The time limit for one report (default: 60 seconds).</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>See <see cref="BuildOptions.RenderSpeculatively"/>.</summary>
    public bool RenderSpeculatively { get; init; }

    /// <summary>How strictly workbooks are checked.</summary>
    public CheckProfile Profile { get; init; } = CheckProfile.Default;

    /// <summary>The accepted findings; null for none.</summary>
    public AcceptedFindings? Accepted { get; init; }

    /// <summary>The reporting year; a report on another year is returned. Null for any.</summary>
    public int? Year { get; init; }

    /// <summary>Last year's reports to compare with; null for none.</summary>
    public PreviousReports? Previous { get; init; }

    /// <summary>Whether to publish a page with the findings of a workbook that cannot be read.</summary>
    public bool WritesPageOnFailure { get; init; }
}
