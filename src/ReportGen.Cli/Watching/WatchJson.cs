using System.Text.Json;
using System.Text.Json.Serialization;
using ReportGen.Cli.Building;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;

namespace ReportGen.Cli.Watching;

/// <summary>Writes events as JSON lines to standard output; see <c>docs/schemas/watch-events.schema.json</c>.</summary>
internal sealed class WatchJson(UserTerminal terminal, TimeProvider time) : IWatchEventSink
{
    /// <summary>The version of the schema; incremented with every incompatible change.</summary>
    public const int FormatVersion = 1;

    /// <inheritdoc/>
    public void Write(WatchEvent happened) => terminal.Output.WriteLine(happened is WorkbookDone done
        ? JsonSerializer.Serialize(ResultJson.Of(done.Result, done.Name, time.GetUtcNow()), BuildJsonContext.Lines.ResultJson)
        : JsonSerializer.Serialize(EventOf(happened), WatchJsonContext.Lines.WatchEventJson));

    private WatchEventJson EventOf(WatchEvent happened)
    {
        var now = time.GetUtcNow();
        return happened switch
        {
            WatchStarted started => new("started", now)
            {
                Format = FormatVersion, Tool = ToolJson.This, Inbox = started.Inbox, Output = started.Output,
            },
            WorkbookWaits waits => new("waiting", now) { Workbook = waits.Name, Findings = FindingJson.Of([waits.Reason]) },
            WatchNotice notice => new("notice", now) { Findings = FindingJson.Of([notice.Notice, .. notice.Details]) },
            WatchStopping stopping => new("stopping", now) { Held = stopping.InProgress },
            WatchStopped => new("stopped", now),
            _ => new("notice", now),
        };
    }
}

/// <summary>An event of the watcher other than a workbook's result. Absent values are null.</summary>
internal sealed record WatchEventJson(string Event, DateTimeOffset Time)
{
    public int? Format { get; init; }

    public ToolJson? Tool { get; init; }

    public string? Inbox { get; init; }

    public string? Output { get; init; }

    public string? Workbook { get; init; }

    public int? Held { get; init; }

    public ImmutableArray<FindingJson>? Findings { get; init; }
}

/// <summary>Source-generated JSON of watcher events.</summary>
[JsonSerializable(typeof(WatchEventJson))]
internal sealed partial class WatchJsonContext : JsonSerializerContext
{
    /// <summary>The context for one event per line.</summary>
    public static WatchJsonContext Lines { get; } = new(JsonText.Options());
}
