using ReportGen.Rules;

namespace ReportGen;

/// <summary>What is published, and how.</summary>
/// <param name="Output">The output folder as the user gave it; results name their files below it.</param>
/// <param name="Formats">The output formats.</param>
public sealed record PublishOptions(string Output, ImmutableSortedSet<OutputFormat> Formats)
{
    /// <summary>Whether an unchanged report is built all the same.</summary>
    public bool Force { get; init; }

    /// <summary>The language of what is returned, and of reasons in the journal.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Settings for the templates, by name.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How long one report may take in all.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>See <see cref="BuildOptions.RenderSpeculatively"/>.</summary>
    public bool RenderSpeculatively { get; init; }

    /// <summary>How strictly workbooks are checked.</summary>
    public CheckProfile Profile { get; init; } = CheckProfile.Default;

    /// <summary>Findings that were accepted; null for none.</summary>
    public Baseline? Accepted { get; init; }

    /// <summary>Last year's reports, to compare with; null for none.</summary>
    public PreviousReports? Previous { get; init; }

    /// <summary>
    /// Whether a page says why when a workbook cannot be read at all: for those who see nothing but the output folder.
    /// </summary>
    public bool WritesFailurePage { get; init; }
}
