using ReportGen.Cli.Findings;
using ReportGen.Rules;

namespace ReportGen.Cli.Checking;

/// <summary>The arguments of <c>reportgen check</c>.</summary>
/// <param name="Paths">Workbooks and folders of workbooks.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Previous">Last year's workbook, or a folder of last year's workbooks; null for none.</param>
/// <param name="Baseline">The list of accepted findings; null for none.</param>
/// <param name="WriteBaseline">The list of accepted findings to write; null for none.</param>
/// <param name="Reason">The reason for accepting the findings in that list.</param>
/// <param name="Accept">The ids of the rules whose findings are accepted; empty for all.</param>
/// <param name="ShowAccepted">Whether to show accepted findings.</param>
/// <param name="Return">The folder for returned workbooks; null for none.</param>
/// <param name="Since">An earlier return of the workbook; null for none.</param>
/// <param name="Against">The bodies' workbooks with whose sum each workbook is compared; empty for none.</param>
/// <param name="Roster">The list of the bodies that must be among them; null for none.</param>
/// <param name="Format">The output format.</param>
/// <param name="Output">The file to write, or the folder for the pages of several workbooks; null for standard output.</param>
internal sealed record CheckArguments(
    ImmutableArray<string> Paths, CheckProfile Profile, string? Previous, string? Baseline, string? WriteBaseline, string Reason,
    ImmutableArray<string> Accept, bool ShowAccepted, string? Return, string? Since, ImmutableArray<string> Against,
    string? Roster, FindingsFormat Format, string? Output)
{
    /// <summary>Whether the output is a review page for each workbook.</summary>
    public bool WantsPages => Format is FindingsFormat.Html or FindingsFormat.Pdf;
}
