using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReportGen.Cli.Findings;

namespace ReportGen.Cli.Preview;

/// <summary>Writes the messages to the pages as JSON, each in one line.</summary>
internal static class PreviewJson
{
    private static readonly PreviewJsonContext s_types = new(JsonText.Options());

    /// <summary>Returns all reports, for a page that connects.</summary>
    public static string Hello(PreviewSession session, bool canPrint) => JsonSerializer.Serialize(
        new HelloJson(session.Folder.Name, session.Folder.IsSingle, canPrint, ProgramVersion.Number,
            [.. session.Reports.OrderBy(r => r.File.Name, StringComparer.Ordinal).Select(SummaryJson.Of)])
        {
            Office = session.Actions is { } actions
                ? new(Path.GetFileName(actions.Inbox), Path.GetFileName(actions.Output))
                : null,
        },
        s_types.HelloJson);

    /// <summary>Returns one report for the list.</summary>
    public static string Summary(ReportState report) => JsonSerializer.Serialize(SummaryJson.Of(report), s_types.SummaryJson);

    /// <summary>Returns a removed report.</summary>
    public static string Removed(PreviewFile file) => JsonSerializer.Serialize(new RemovedJson(file.Id), s_types.RemovedJson);

    /// <summary>Returns one report with its page, findings and errors.</summary>
    public static byte[] Whole(ReportState report) => Bytes(
        new WholeJson(
            SummaryJson.Of(report), report.LastGood?.Html, FindingJson.Of(report.LastGood?.Findings ?? []),
            FindingJson.Of(report.Errors)),
        s_types.WholeJson);

    /// <summary>Returns why a download is not available.</summary>
    public static byte[] Refusal(ImmutableArray<Diagnostic> reasons) =>
        Bytes(new RefusalJson(FindingJson.Of(reasons)), s_types.RefusalJson);

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}

/// <summary>All reports, for a page that connects.</summary>
internal sealed record HelloJson(string Folder, bool Single, bool Prints, string Version, ImmutableArray<SummaryJson> Reports)
{
    public OfficeJson? Office { get; init; }
}

/// <summary>The names of the two folders that the page can open.</summary>
internal sealed record OfficeJson(string Inbox, string Output);

/// <summary>A removed report.</summary>
internal sealed record RemovedJson(string Id);

/// <summary>One report for the list. Absent values are null.</summary>
internal sealed record SummaryJson(string Id, string Name, string Tag, string Condition, string? Title, string? Body)
{
    public double? Milliseconds { get; init; }

    public DateTimeOffset? At { get; init; }

    public int? Errors { get; init; }

    public int? Warnings { get; init; }

    public int? Notes { get; init; }

    public DateTimeOffset? MistakenAt { get; init; }

    public int? PrintedPages { get; init; }

    public static SummaryJson Of(ReportState report)
    {
        var summary = new SummaryJson(
            report.File.Id, report.File.Name, report.Tag, report.Condition, report.Identity?.Title, report.Identity?.Body)
        {
            MistakenAt = report.FailedAt, PrintedPages = report.PrintedPages,
        };
        return report.LastGood is not { } good ? summary : summary with
        {
            Milliseconds = Math.Round(good.Took.TotalMilliseconds),
            At = good.At,
            Errors = report.Count(Severity.Error),
            Warnings = report.Count(Severity.Warning),
            Notes = report.Count(Severity.Information),
        };
    }
}

/// <summary>A report with its page; the page is null if there is none yet.</summary>
internal sealed record WholeJson(
    SummaryJson Report, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Html,
    ImmutableArray<FindingJson> Findings, ImmutableArray<FindingJson> Mistakes);

/// <summary>Why a download is not available.</summary>
internal sealed record RefusalJson(ImmutableArray<FindingJson> Mistakes);

/// <summary>Source-generated JSON of messages to the pages.</summary>
[JsonSerializable(typeof(HelloJson))]
[JsonSerializable(typeof(RemovedJson))]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(WholeJson))]
[JsonSerializable(typeof(RefusalJson))]
internal sealed partial class PreviewJsonContext : JsonSerializerContext;
