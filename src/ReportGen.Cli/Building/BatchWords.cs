using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Building;

/// <summary>A batch in the words of the user's language.</summary>
internal sealed class BatchWords(UserTerminal terminal)
{
    private const string Indent = "  ";

    /// <summary>A state, coloured.</summary>
    public string State(BuildState state) => state switch
    {
        BuildState.Built => terminal.ErrorPalette.Good(terminal.Say("已生成", "built")),
        BuildState.Unchanged => terminal.ErrorPalette.Dim(terminal.Say("没有变化", "unchanged")),
        BuildState.Returned => terminal.ErrorPalette.Warning(terminal.Say("已退回", "returned")),
        _ => terminal.ErrorPalette.Error(terminal.Say("失败", "failed")),
    };

    /// <summary>A stage.</summary>
    public string Stage(PipelineStage? stage) => stage switch
    {
        PipelineStage.Reading => terminal.Say("读取", "reading"),
        PipelineStage.Checking => terminal.Say("核对", "checking"),
        PipelineStage.Rendering => terminal.Say("排版", "rendering"),
        PipelineStage.Printing => terminal.Say("打印", "printing"),
        _ => terminal.Say("准备", "starting"),
    };

    /// <summary>One report in a line.</summary>
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

    /// <summary>What became of all: the count, then those that were not published, each with its reason.</summary>
    public void WriteSummary(BatchSummary summary)
    {
        terminal.Error.WriteLine();
        if (summary.IsInterrupted) terminal.Error.WriteLine(terminal.ErrorPalette.Warning(Interrupted(summary)));
        terminal.Error.WriteLine(Count(summary));
        WriteList(summary, BuildState.Returned, terminal.Say("已退回：", "Returned:"));
        WriteList(summary, BuildState.Failed, terminal.Say("失败：", "Failed:"));
    }

    private string Interrupted(BatchSummary summary) => terminal.Say(
        $"已中断：{summary.Total - summary.Results.Length} 份没有做。再运行一次即可接着做，做好的不会重做。",
        $"Stopped: {summary.Total - summary.Results.Length} were not done. Run it again to go on; what is done is not done again.");

    private string Count(BatchSummary summary)
    {
        int built = summary.Count(BuildState.Built), unchanged = summary.Count(BuildState.Unchanged);
        int returned = summary.Count(BuildState.Returned), failed = summary.Count(BuildState.Failed);
        var (seconds, rate) = (Number(summary.Elapsed.TotalSeconds), Number(summary.Rate));
        return terminal.Say(
            $"共 {summary.Results.Length} 份：已生成 {built}，没有变化 {unchanged}，已退回 {returned}，失败 {failed}。用时 {seconds} 秒，每秒 {rate} 份。",
            $"{summary.Results.Length} in all: {built} built, {unchanged} unchanged, {returned} returned, {failed} failed. {seconds} s, {rate} a second.");
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
        var more = result.State == BuildState.Returned ? terminal.Say($"（{Counts(result)}）", $" ({Counts(result)})") : "";
        terminal.Error.WriteLine($"{Indent}{DisplayText.Clean(result.Workbook)}{more}");
        if (result.Reason is { } reason)
            terminal.Error.WriteLine(Indent + Indent + DisplayText.Clean($"{reason.Id} {reason.Location?.Place}".TrimEnd()) + terminal.Say("：", ": ") + Message(reason));
        foreach (var file in result.Outputs) terminal.Error.WriteLine(terminal.ErrorPalette.Dim($"{Indent}{Indent}→ {DisplayText.Clean(file)}"));
    }

    private string Message(Diagnostic finding) => DisplayText.Clean(finding.Message.In(terminal.Language).ReplaceLineEndings(" "));

    private string Counts(BuildResult result)
    {
        int errors = result.Count(Severity.Error), warnings = result.Count(Severity.Warning);
        return terminal.Say($"{errors} 个错误，{warnings} 个警告", $"errors: {errors}, warnings: {warnings}");
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
