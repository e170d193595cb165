using System.Collections.Immutable;
using ReportGen.Checks;
using ReportGen.Cli.Checking;
using ReportGen.Definitions.Checks;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>What the user wants built.</summary>
/// <param name="Output">The output folder.</param>
/// <param name="Formats">The forms, none twice.</param>
/// <param name="Force">Whether an unchanged report is built all the same.</param>
internal sealed record BuildWishes(string Output, ImmutableSortedSet<OutputFormat> Formats, bool Force)
{
    /// <summary>The language of what is returned, and of reasons in the journal.</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Settings for the templates, by name.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How long one report may take in all.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether documents are made while the rules still run: for a single report.</summary>
    public bool Ahead { get; init; }

    /// <summary>How strictly workbooks are checked.</summary>
    public CheckProfile Profile { get; init; } = CheckProfile.Default;

    /// <summary>Findings that were accepted; null for none.</summary>
    public Baseline? Accepted { get; init; }

    /// <summary>Last year's reports, to compare with; null for none.</summary>
    public PreviousReports? Previous { get; init; }

    /// <summary>
    /// Whether a page says why when a workbook cannot be read at all: for those who see nothing but the output folder.
    /// </summary>
    public bool TellsFailures { get; init; }
}
