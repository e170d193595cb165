using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Watching;

/// <summary>Writes events as lines of text with the time: results to standard output, all others to standard error.</summary>
internal sealed class WatchText(UserTerminal terminal, TimeProvider time) : IWatchEventSink
{
    /// <inheritdoc/>
    public void Write(WatchEvent happened)
    {
        switch (happened)
        {
            case WatchStarted started:
                WriteError(terminal.Localize($"开始监视 {started.Inbox}，结果写到 {started.Output}。按 Ctrl-C 结束。",
                    $"Watching {started.Inbox}, writing to {started.Output}. Press Ctrl-C to stop."));
                break;
            case WorkbookDone done: WriteDone(done); break;
            case WorkbookWaits waits:
                WriteError(
                    $"{terminal.ErrorPalette.Dim(terminal.Localize("等待", "waiting"))}  {DisplayText.Clean(waits.Name)}"
                        + Colon + Words(waits.Reason));
                break;
            case WatchNotice notice: WriteNotice(notice); break;
            case WatchStopping stopping:
                WriteError(stopping.InProgress == 0 ? terminal.Localize("正在结束。", "Stopping.") : terminal.Localize(
                    $"正在结束，先做完手上的 {stopping.InProgress} 份。", $"Stopping after {stopping.InProgress} in progress."));
                break;
            case WatchStopped: WriteError(terminal.Localize("已结束。", "Stopped.")); break;
        }
    }

    private string Colon => terminal.Localize("：", ": ");

    private void WriteDone(WorkbookDone done)
    {
        var (palette, result, name) = (terminal.OutputPalette, done.Result, DisplayText.Clean(done.Name));
        var line = result.State switch
        {
            BuildState.Returned =>
                $"{palette.Warning(terminal.Localize("已退回", "returned"))}  {name} → {Places(result)}{Counts(result)}",
            BuildState.Failed =>
                $"{palette.Error(terminal.Localize("未完成", "failed"))}  {name}{Colon}"
                    + (result.Reason is { } why ? Words(why) : ""),
            BuildState.Unchanged =>
                $"{palette.Dim(terminal.Localize("无需处理", "nothing to do"))}  {name}{Colon}"
                    + string.Join(' ', result.Findings.Select(Words)),
            _ => $"{palette.Good(terminal.Localize("已生成", "built"))}  {name} → {Places(result)}{Counts(result)}",
        };
        terminal.Output.WriteLine(Stamped(line, palette));
    }

    private void WriteNotice(WatchNotice notice)
    {
        var name = notice.Notice.Location is { } place ? DisplayText.Clean(place.File) + Colon : "";
        WriteError($"{name}{Words(notice.Notice)}");
        foreach (var detail in notice.Details)
        {
            WriteError(
                $"  {terminal.ErrorPalette.Error(DisplayText.Clean(detail.Id))}  "
                    + $"{DisplayText.Clean(detail.Location?.ToString() ?? "")}  {Words(detail)}");
        }
    }

    // The files of one report often differ only in their extensions.
    private static string Places(BuildResult result)
    {
        var outputs = result.Outputs.Select(DisplayText.Clean).ToArray();
        if (outputs.Length == 0) return "";
        var stem = Path.ChangeExtension(outputs[0], null);
        return outputs.All(o => Path.ChangeExtension(o, null) == stem)
            ? $"{stem} ({string.Join(", ", outputs.Select(o => Path.GetExtension(o).TrimStart('.')))})"
            : string.Join(", ", outputs);
    }

    private string Counts(BuildResult result)
    {
        int errors = result.Count(Severity.Error), warnings = result.Count(Severity.Warning);
        if (errors + warnings == 0) return "";
        return errors == 0 ? terminal.Localize($"（{warnings} 个警告）", $" (warnings: {warnings})")
            : terminal.Localize($"（{errors} 个错误，{warnings} 个警告）", $" (errors: {errors}, warnings: {warnings})");
    }

    private string Words(Diagnostic finding) => DisplayText.Clean(finding.Message.In(terminal.Language).ReplaceLineEndings(" "));

    private void WriteError(string line) => terminal.Error.WriteLine(Stamped(line, terminal.ErrorPalette));

    private string Stamped(string line, Palette palette) =>
        $"{palette.Dim(time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture))}  {line}";
}
