using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Commands;

/// <summary>Tells the user what became of each workbook: its files on the output, all else on the error stream.</summary>
internal sealed class BuildReport(UserTerminal terminal)
{
    private readonly Lock _lock = new();

    /// <summary>Tells of one workbook, as soon as it is done.</summary>
    public void Show(BuildResult result)
    {
        lock (_lock)
        {
            var palette = terminal.ErrorPalette;
            var state = result.State switch
            {
                BuildState.Built => palette.Good(terminal.Say("已生成", "built")),
                BuildState.Unchanged => palette.Dim(terminal.Say("没有变化", "unchanged")),
                BuildState.Returned => palette.Error(terminal.Say("已退回", "returned")),
                _ => palette.Error(terminal.Say("失败", "failed")),
            };
            terminal.Error.WriteLine($"{state}  {DisplayText.Clean(result.Workbook)}");
            new FindingsText(terminal, terminal.Error, palette).Write(result.Findings);
            foreach (var file in result.Outputs) terminal.Output.WriteLine(DisplayText.Clean(file));
        }
    }

    /// <summary>Counts what became of all; nothing for a single workbook.</summary>
    public void ShowSummary(IReadOnlyCollection<BuildResult> results)
    {
        if (results.Count < 2) return;
        int Count(BuildState state) => results.Count(r => r.State == state);
        var (built, unchanged, returned, failed) = (Count(BuildState.Built), Count(BuildState.Unchanged), Count(BuildState.Returned), Count(BuildState.Failed));
        terminal.Error.WriteLine(terminal.Say(
            $"共 {results.Count} 份：已生成 {built}，没有变化 {unchanged}，已退回 {returned}，失败 {failed}。",
            $"{results.Count} in all: {built} built, {unchanged} unchanged, {returned} returned, {failed} failed."));
    }
}
