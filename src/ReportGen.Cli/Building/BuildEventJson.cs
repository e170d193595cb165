using System.Text.Json.Serialization;
using ReportGen.Cli.Findings;

namespace ReportGen.Cli.Building;

/// <summary>A batch has started.</summary>
internal sealed record StartedJson(string Event, int Format, ToolJson Tool, string Output, int Total, int Jobs);

/// <summary>A workbook has started a stage.</summary>
internal sealed record StageJson(string Event, string Workbook, string Stage);

/// <summary>The result of a workbook, for <c>build</c> and <c>watch</c>. Absent values are null.</summary>
internal sealed record ResultJson(
    string Event, DateTimeOffset? Time, string Workbook, double? Seconds, string State, string? Body, int? Year, string? Title,
    int Errors, int Warnings, TextJson? Reason, ImmutableArray<string> Outputs, ImmutableArray<FindingJson> Findings)
{
    public static ResultJson Of(BuildResult result, string workbook, DateTimeOffset? time = null, double? seconds = null) => new(
        "report", time, workbook, seconds, JsonText.NameOf(result.State), result.Body, result.Year, result.Title,
        result.Count(Severity.Error), result.Count(Severity.Warning), TextJson.Of(result.Reason?.Message), result.Outputs,
        FindingJson.Of(result.Findings));
}

/// <summary>A batch has finished, with the number of workbooks in each state.</summary>
internal sealed record FinishedJson(
    string Event, bool Interrupted, int Total, int Built, int Unchanged, int Returned, int Failed, double Seconds);

/// <summary>Source-generated JSON of batch events.</summary>
[JsonSerializable(typeof(StartedJson))]
[JsonSerializable(typeof(StageJson))]
[JsonSerializable(typeof(ResultJson))]
[JsonSerializable(typeof(FinishedJson))]
internal sealed partial class BuildJsonContext : JsonSerializerContext
{
    /// <summary>The context for one event per line.</summary>
    public static BuildJsonContext Lines { get; } = new(JsonText.Options());
}
