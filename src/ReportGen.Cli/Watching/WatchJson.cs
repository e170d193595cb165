using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Watching;

/// <summary>Events for programs: one JSON object a line on the output.</summary>
internal sealed class WatchJson(UserTerminal terminal, TimeProvider time) : IWatchEvents
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Tell(WatchEvent happened)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", NameOf(happened));
            json.WriteString("time", time.GetUtcNow());
            Write(json, happened);
            json.WriteEndObject();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static string NameOf(WatchEvent happened) => happened switch
    {
        WatchStarted => "started",
        WorkbookDone done => done.Result.State.ToString().ToLowerInvariant(),
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
                json.WriteString("inbox", started.Inbox);
                json.WriteString("output", started.Output);
                break;
            case WorkbookDone done:
                WriteResult(json, done);
                break;
            case WorkbookWaits waits:
                json.WriteString("workbook", waits.Name);
                WriteFindings(json, [waits.Reason]);
                break;
            case WatchNotice notice:
                WriteFindings(json, [notice.Notice, .. notice.Details]);
                break;
            case WatchStopping stopping:
                json.WriteNumber("held", stopping.Held);
                break;
        }
    }

    private static void WriteResult(Utf8JsonWriter json, WorkbookDone done)
    {
        json.WriteString("workbook", done.Name);
        if (done.Result.Body is { } body) json.WriteString("body", body);
        if (done.Result.Year is { } year) json.WriteNumber("year", year);
        if (done.Result.Title is { } title) json.WriteString("title", title);
        json.WriteStartArray("outputs");
        foreach (var output in done.Result.Outputs) json.WriteStringValue(output);
        json.WriteEndArray();
        WriteFindings(json, done.Result.Findings);
    }

    private static void WriteFindings(Utf8JsonWriter json, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings) FindingsJson.WriteFinding(json, finding);
        json.WriteEndArray();
    }
}
