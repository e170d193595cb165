using System.Text.Json;
using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Watching;

/// <summary>Events for programs: one JSON object a line on the output. The form is fixed by <c>docs/schemas/watch-events.schema.json</c>.</summary>
internal sealed class WatchJson(UserTerminal terminal, TimeProvider time) : IWatchEventSink
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    /// <inheritdoc/>
    public void Write(WatchEvent happened) => JsonText.WriteLine(terminal.Output, json =>
    {
        json.WriteStartObject();
        json.WriteString("event", NameOf(happened));
        json.WriteString("time", time.GetUtcNow());
        Write(json, happened);
        json.WriteEndObject();
    });

    private static string NameOf(WatchEvent happened) => happened switch
    {
        WatchStarted => "started",
        WorkbookDone => "report",
        WorkbookWaits => "waiting",
        WatchStopping => "stopping",
        WatchStopped => "stopped",
        _ => "notice",
    };

    private static void Write(Utf8JsonWriter json, WatchEvent happened)
    {
        switch (happened)
        {
            case WatchStarted started:
                WriteStarted(json, started);
                break;
            case WorkbookDone done:
                json.WriteString("workbook", done.Name);
                ResultJson.Write(json, done.Result);
                break;
            case WorkbookWaits waits:
                json.WriteString("workbook", waits.Name);
                ResultJson.WriteFindings(json, [waits.Reason]);
                break;
            case WatchNotice notice:
                ResultJson.WriteFindings(json, [notice.Notice, .. notice.Details]);
                break;
            case WatchStopping stopping:
                json.WriteNumber("held", stopping.Held);
                break;
        }
    }

    private static void WriteStarted(Utf8JsonWriter json, WatchStarted started)
    {
        json.WriteNumber("format", FormatVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", ProgramVersion.Name);
        json.WriteString("version", ProgramVersion.Number);
        json.WriteEndObject();
        json.WriteString("inbox", started.Inbox);
        json.WriteString("output", started.Output);
    }
}
