using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReportGen.Cli.Findings;

namespace ReportGen.Cli.Preview;

/// <summary>What the pages are told, as JSON in one line.</summary>
internal static class PreviewJson
{
    private static readonly PreviewJsonContext Types = new(JsonText.Options());

    /// <summary>All reports, for a page that begins to listen.</summary>
    public static string Hello(PreviewFolder folder, IEnumerable<ReportState> reports, bool canPrint) => JsonSerializer.Serialize(
        new HelloJson(folder.Name, folder.IsSingle, canPrint, ProgramVersion.Number,
            [.. reports.OrderBy(r => r.File.Name, StringComparer.Ordinal).Select(SummaryJson.Of)]),
        Types.HelloJson);

    /// <summary>One report for the list.</summary>
    public static string Summary(ReportState report) => JsonSerializer.Serialize(SummaryJson.Of(report), Types.SummaryJson);

    /// <summary>A report that is gone.</summary>
    public static string Gone(PreviewFile file) => JsonSerializer.Serialize(new GoneJson(file.Id), Types.GoneJson);

    /// <summary>One report with its page, findings and mistakes.</summary>
    public static byte[] Whole(ReportState report) => Bytes(
        new WholeJson(
            SummaryJson.Of(report), report.Good?.Html, FindingJson.Of(report.Good?.Findings ?? []), FindingJson.Of(report.Mistakes)),
        Types.WholeJson);

    /// <summary>Why a download cannot be had.</summary>
    public static byte[] Refusal(ImmutableArray<Diagnostic> reasons) =>
        Bytes(new RefusalJson(FindingJson.Of(reasons)), Types.RefusalJson);

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}

/// <summary>All reports.</summary>
internal sealed record HelloJson(string Folder, bool Single, bool Prints, string Version, ImmutableArray<SummaryJson> Reports);

/// <summary>A report that is gone.</summary>
internal sealed record GoneJson(string Id);

/// <summary>One report for the list. What is absent is null.</summary>
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
            MistakenAt = report.MistakenAt, PrintedPages = report.PrintedPages,
        };
        return report.Good is not { } good ? summary : summary with
        {
            Milliseconds = Math.Round(good.Took.TotalMilliseconds),
            At = good.At,
            Errors = report.Count(Severity.Error),
            Warnings = report.Count(Severity.Warning),
            Notes = report.Count(Severity.Information),
        };
    }
}

/// <summary>A report with its page, null before there is one.</summary>
internal sealed record WholeJson(
    SummaryJson Report, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Html,
    ImmutableArray<FindingJson> Findings, ImmutableArray<FindingJson> Mistakes);

/// <summary>Why a download cannot be had.</summary>
internal sealed record RefusalJson(ImmutableArray<FindingJson> Mistakes);

/// <summary>What pages are told, as the compiler writes it out.</summary>
[JsonSerializable(typeof(HelloJson))]
[JsonSerializable(typeof(GoneJson))]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(WholeJson))]
[JsonSerializable(typeof(RefusalJson))]
internal sealed partial class PreviewJsonContext : JsonSerializerContext;
