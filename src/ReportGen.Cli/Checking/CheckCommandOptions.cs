using System.Collections.Immutable;
using ReportGen.Cli.Findings;
using ReportGen.Definitions.Checks;

namespace ReportGen.Cli.Checking;

/// <summary>What the user wants checked, and how.</summary>
/// <param name="Paths">Workbooks and folders of workbooks.</param>
internal sealed record CheckCommandOptions(ImmutableArray<string> Paths)
{
    /// <summary>How strictly.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Last year's workbook, or a folder of last year's workbooks; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>The list of accepted findings; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Where to write such a list; null for nowhere.</summary>
    public string? WriteBaseline { get; init; }

    /// <summary>Why the findings of that list are accepted.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The ids of the rules whose findings go into that list; empty for all.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>Whether to show what was accepted.</summary>
    public bool ShowAccepted { get; init; }

    /// <summary>The folder for marked workbooks; null for none.</summary>
    public string? Return { get; init; }

    /// <summary>An earlier return of the workbook; null for none.</summary>
    public string? Since { get; init; }

    /// <summary>The workbooks of the bodies whose sum each workbook is held against; empty for none.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>The form of the output.</summary>
    public FindingsFormat Format { get; init; }

    /// <summary>The file to write, or the folder for pages of several workbooks; null for the terminal.</summary>
    public string? Output { get; init; }

    /// <summary>Whether the output is a page to sign for each workbook.</summary>
    public bool WantsPages => Format is FindingsFormat.Html or FindingsFormat.Pdf;
}
