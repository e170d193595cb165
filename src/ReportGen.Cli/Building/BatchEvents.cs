using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReportGen.Cli.Findings;

namespace ReportGen.Cli.Building;

/// <summary>Writes the progress of a batch as JSON lines; see <c>docs/schemas/build-events.schema.json</c>.</summary>
/// <param name="output">Receives the lines.</param>
/// <param name="options">The options of the build.</param>
/// <param name="jobs">The number of reports printed at once.</param>
internal sealed class BatchEvents(TextWriter output, PublishOptions options, int jobs) : IBatchObserver
{
    /// <summary>The version of the schema; incremented with every incompatible change.</summary>
    public const int FormatVersion = 1;

    private readonly Lock _lock = new();

    public void Begin(int total) => Write(
        new StartedJson("started", FormatVersion, ToolJson.This, options.Output, total, jobs),
        BuildJsonContext.Lines.StartedJson);

    public void Stage(string workbook, PipelineStage? stage) => Write(
        new StageJson("stage", workbook, stage is { } s ? JsonText.NameOf(s) : "starting"), BuildJsonContext.Lines.StageJson);

    public void Done(BuildResult result, TimeSpan elapsed) =>
        Write(ResultJson.Of(result, result.Workbook, seconds: Rounded(elapsed)), BuildJsonContext.Lines.ResultJson);

    public Task EndAsync(BatchSummary summary)
    {
        Write(new FinishedJson("finished", summary.IsInterrupted, summary.Total,
            summary.Count(BuildState.Built), summary.Count(BuildState.Unchanged),
            summary.Count(BuildState.Returned), summary.Count(BuildState.Failed),
            Rounded(summary.Elapsed)), BuildJsonContext.Lines.FinishedJson);
        return Task.CompletedTask;
    }

    private void Write<T>(T happened, JsonTypeInfo<T> type)
    {
        var line = JsonSerializer.Serialize(happened, type);
        lock (_lock) output.WriteLine(line);
    }

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
