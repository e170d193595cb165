using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Building;

/// <summary>Formats the results of a batch as text in the user's language.</summary>
internal sealed class BatchText(UserTerminal terminal)
{
    private const string Indent = "  ";

    /// <summary>Returns the coloured name of a state.</summary>
    public string State(BuildState state) => state switch
    {
        BuildState.Built => terminal.ErrorPalette.Good(terminal.Localize("已生成", "built")),
        BuildState.Unchanged => terminal.ErrorPalette.Dim(terminal.Localize("没有变化", "unchanged")),
        BuildState.Returned => terminal.ErrorPalette.Warning(terminal.Localize("已退回", "returned")),
        _ => terminal.ErrorPalette.Error(terminal.Localize("失败", "failed")),
    };

    /// <summary>Returns the name of a stage; null is before the first.</summary>
    public string Stage(PipelineStage? stage) => stage is { } begun
        ? PipelineStages.NameOf(begun).In(terminal.Language)
        : terminal.Localize("准备", "starting");

    /// <summary>Returns one report as a line.</summary>
    public string Line(BuildResult result, bool withReason)
    {
        var line = $"{State(result.State)}  {DisplayText.Clean(result.Workbook)}";
        return !withReason ? line : result.State switch
        {
            BuildState.Failed when result.Reason is { } reason => $"{line}  {Message(reason)}",
            BuildState.Returned => $"{line}  {Counts(result)}",
            _ when result.Count(Severity.Warning) > 0 => $"{line}  {Counts(result)}",
            _ => line,
        };
    }

    /// <summary>Writes the counts, then the workbooks that were not published, each with the reason.</summary>
    public void WriteSummary(BatchSummary summary)
    {
        terminal.Error.WriteLine();
        if (summary.IsInterrupted) terminal.Error.WriteLine(terminal.ErrorPalette.Warning(Interrupted(summary)));
        terminal.Error.WriteLine(Count(summary));
        WriteList(summary, BuildState.Returned, terminal.Localize("已退回：", "Returned:"));
        WriteList(summary, BuildState.Failed, terminal.Localize("失败：", "Failed:"));
    }

    private string Interrupted(BatchSummary summary) => terminal.Localize(
        $"已中断：{summary.Total - summary.Results.Length} 份没有做。再运行一次即可接着做，做好的不会重做。",
        $"Interrupted: {summary.Total - summary.Results.Length} not done. Run again to continue; finished reports are not built "
            + "again.");

    private string Count(BatchSummary summary)
    {
        int built = summary.Count(BuildState.Built), unchanged = summary.Count(BuildState.Unchanged);
        int returned = summary.Count(BuildState.Returned), failed = summary.Count(BuildState.Failed);
        var (seconds, rate) = (Number(summary.Elapsed.TotalSeconds), Number(summary.Rate));
        return terminal.Localize(
            $"共 {summary.Results.Length} 份：已生成 {built}，没有变化 {unchanged}，已退回 {returned}，失败 {failed}。用时 {seconds} 秒，每秒 {rate} 份。",
            $"{summary.Results.Length} in total: {built} built, {unchanged} unchanged, {returned} returned, {failed} "
                + $"failed. {seconds} s, {rate} per second.");
    }

    private void WriteList(BatchSummary summary, BuildState state, string heading)
    {
        var results = summary.Results.Where(r => r.State == state).ToList();
        if (results.Count == 0) return;
        terminal.Error.WriteLine(terminal.ErrorPalette.Strong(heading));
        foreach (var result in results) WriteReason(result);
    }

    private void WriteReason(BuildResult result)
    {
        var more = result.State == BuildState.Returned ? terminal.Localize($"（{Counts(result)}）", $" ({Counts(result)})") : "";
        terminal.Error.WriteLine($"{Indent}{DisplayText.Clean(result.Workbook)}{more}");
        if (result.Reason is { } reason)
        {
            terminal.Error.WriteLine(Indent + Indent + DisplayText.Clean($"{reason.Id} {reason.Location?.Place}".TrimEnd())
                + terminal.Localize("：", ": ") + Message(reason));
        }

        foreach (var file in result.Outputs)
            terminal.Error.WriteLine(terminal.ErrorPalette.Dim($"{Indent}{Indent}→ {DisplayText.Clean(file)}"));
    }

    private string Message(Diagnostic finding) =>
        DisplayText.Clean(finding.Message.In(terminal.Language).ReplaceLineEndings(" "));

    private string Counts(BuildResult result)
    {
        int errors = result.Count(Severity.Error), warnings = result.Count(Severity.Warning);
        return terminal.Localize($"{errors} 个错误，{warnings} 个警告", $"errors: {errors}, warnings: {warnings}");
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
