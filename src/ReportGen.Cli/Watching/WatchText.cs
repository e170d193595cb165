using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Watching;

/// <summary>Events for people: a line each, with the time of day. What became of workbooks goes to the output, all else to the error stream.</summary>
internal sealed class WatchText(UserTerminal terminal, TimeProvider time) : IWatchEventSink
{
    /// <inheritdoc/>
    public void Write(WatchEvent happened)
    {
        switch (happened)
        {
            case WatchStarted started:
                Aside(terminal.Say($"开始监视 {started.Inbox}，结果写到 {started.Output}。按 Ctrl-C 结束。",
                    $"Watching {started.Inbox}, results go to {started.Output}. Ctrl-C ends it."));
                break;
            case WorkbookDone done: TellDone(done); break;
            case WorkbookWaits waits:
                Aside($"{terminal.ErrorPalette.Dim(terminal.Say("等待", "waiting"))}  {DisplayText.Clean(waits.Name)}{Colon}{Words(waits.Reason)}");
                break;
            case WatchNotice notice: TellNotice(notice); break;
            case WatchStopping stopping:
                Aside(stopping.Held == 0 ? terminal.Say("正在结束。", "Stopping.") : terminal.Say(
                    $"正在结束，先做完手上的 {stopping.Held} 份。", $"Stopping after the {stopping.Held} in work."));
                break;
            case WatchStopped: Aside(terminal.Say("已结束。", "Stopped.")); break;
        }
    }

    private string Colon => terminal.Say("：", ": ");

    private void TellDone(WorkbookDone done)
    {
        var (palette, result, name) = (terminal.OutputPalette, done.Result, DisplayText.Clean(done.Name));
        var line = result.State switch
        {
            BuildState.Returned => $"{palette.Warning(terminal.Say("已退回", "returned"))}  {name} → {Places(result)}{Counts(result)}",
            BuildState.Failed => $"{palette.Error(terminal.Say("未完成", "failed"))}  {name}{Colon}{(result.Reason is { } why ? Words(why) : "")}",
            BuildState.Unchanged => $"{palette.Dim(terminal.Say("不用做", "nothing to do"))}  {name}{Colon}{string.Join(' ', result.Findings.Select(Words))}",
            _ => $"{palette.Good(terminal.Say("已生成", "built"))}  {name} → {Places(result)}{Counts(result)}",
        };
        terminal.Output.WriteLine(Stamped(line, palette));
    }

    private void TellNotice(WatchNotice notice)
    {
        var name = notice.Notice.Location is { } place ? DisplayText.Clean(place.File) + Colon : "";
        Aside($"{name}{Words(notice.Notice)}");
        foreach (var detail in notice.Details)
            Aside($"  {terminal.ErrorPalette.Error(DisplayText.Clean(detail.Id))}  {DisplayText.Clean(detail.Location?.ToString() ?? "")}  {Words(detail)}");
    }

    // The files of one report differ only in their endings.
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
        return errors == 0 ? terminal.Say($"（{warnings} 个警告）", $" ({warnings} to explain)")
            : terminal.Say($"（{errors} 个错误，{warnings} 个警告）", $" ({errors} to mend, {warnings} to explain)");
    }

    private string Words(Diagnostic finding) => DisplayText.Clean(finding.Message.In(terminal.Language).ReplaceLineEndings(" "));

    private void Aside(string line) => terminal.Error.WriteLine(Stamped(line, terminal.ErrorPalette));

    private string Stamped(string line, Palette palette) =>
        $"{palette.Dim(time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture))}  {line}";
}
