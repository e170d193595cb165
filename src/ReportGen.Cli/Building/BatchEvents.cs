using System.Text.Json;
using ReportGen.Cli.Findings;
using ReportGen.Cli.Terminal;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>Tells of a batch to programs: one JSON object a line. The form is fixed by <c>docs/schemas/build-events.schema.json</c>.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="options">What was asked for.</param>
/// <param name="jobs">How many reports are printed at once.</param>
internal sealed class BatchEvents(TextWriter output, PublishOptions options, int jobs) : IBatchObserver
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    private readonly Lock _lock = new();

    public void Begin(int total) => Write("started", json =>
    {
        json.WriteNumber("format", FormatVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", ProgramVersion.Name);
        json.WriteString("version", ProgramVersion.Number);
        json.WriteEndObject();
        json.WriteString("output", options.Output);
        json.WriteNumber("total", total);
        json.WriteNumber("jobs", jobs);
    });

    public void Stage(string workbook, PipelineStage? stage) => Write("stage", json =>
    {
        json.WriteString("workbook", workbook);
        json.WriteString("stage", stage is { } s ? NameOf(s.ToString()) : "starting");
    });

    public void Done(BuildResult result, TimeSpan elapsed) => Write("report", json =>
    {
        json.WriteString("workbook", result.Workbook);
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        ResultJson.Write(json, result);
    });

    public Task EndAsync(BatchSummary summary)
    {
        Write("finished", json =>
        {
            json.WriteBoolean("interrupted", summary.IsInterrupted);
            json.WriteNumber("total", summary.Total);
            foreach (var state in Enum.GetValues<BuildState>()) json.WriteNumber(NameOf(state.ToString()), summary.Count(state));
            json.WriteNumber("seconds", Math.Round(summary.Elapsed.TotalSeconds, 3));
        });
        return Task.CompletedTask;
    }

    private void Write(string name, Action<Utf8JsonWriter> content)
    {
        lock (_lock)
        {
            JsonText.WriteLine(output, json =>
            {
                json.WriteStartObject();
                json.WriteString("event", name);
                content(json);
                json.WriteEndObject();
            });
        }
    }

    private static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
