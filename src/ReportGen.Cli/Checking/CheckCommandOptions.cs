using ReportGen.Cli.Findings;
using ReportGen.Rules;

namespace ReportGen.Cli.Checking;

/// <summary>What the user wants checked, and how.</summary>
/// <param name="Paths">Workbooks and folders of workbooks.</param>
/// <param name="Profile">How strictly.</param>
/// <param name="Previous">Last year's workbook, or a folder of last year's workbooks; null for none.</param>
/// <param name="Baseline">The list of accepted findings; null for none.</param>
/// <param name="WriteBaseline">Where to write such a list; null for nowhere.</param>
/// <param name="Reason">Why the findings of that list are accepted.</param>
/// <param name="Accept">The ids of the rules whose findings go into that list; empty for all.</param>
/// <param name="ShowAccepted">Whether to show what was accepted.</param>
/// <param name="Return">The folder for marked workbooks; null for none.</param>
/// <param name="Since">An earlier return of the workbook; null for none.</param>
/// <param name="Against">The workbooks of the bodies whose sum each workbook is held against; empty for none.</param>
/// <param name="Format">The output format.</param>
/// <param name="Output">The file to write, or the folder for pages of several workbooks; null for the terminal.</param>
internal sealed record CheckCommandOptions(
    ImmutableArray<string> Paths, CheckProfile Profile, string? Previous, string? Baseline, string? WriteBaseline, string Reason,
    ImmutableArray<string> Accept, bool ShowAccepted, string? Return, string? Since, ImmutableArray<string> Against, FindingsFormat Format, string? Output)
{
    /// <summary>Whether the output is a page to sign for each workbook.</summary>
    public bool WantsPages => Format is FindingsFormat.Html or FindingsFormat.Pdf;
}
