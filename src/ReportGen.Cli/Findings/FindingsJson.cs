using System.Text.Json;
using System.Text.Json.Serialization;
using ReportGen.Model;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Findings;

/// <summary>The findings of a run in JSON, in both languages. The schema is <c>docs/schemas/findings.schema.json</c>.</summary>
/// <param name="Format">The version of the schema.</param>
/// <param name="Tool">The program.</param>
/// <param name="Profile">The profile of the check.</param>
/// <param name="Files">The findings by file.</param>
/// <param name="Lapsed">Accepted findings that no longer occur.</param>
internal sealed record FindingsJson(
    int Format, ToolJson Tool, string Profile, ImmutableArray<FileJson> Files, ImmutableArray<LapsedJson> Lapsed)
{
    /// <summary>The version of the schema; incremented with every incompatible change.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes the findings of a run.</summary>
    public static void Write(FindingsLog log, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(Of(log), FindingsJsonContext.Indented.FindingsJson));

    private static FindingsJson Of(FindingsLog log) => new(
        FormatVersion, ToolJson.This, JsonText.NameOf(log.Profile), [.. log.Files.Select(FileJson.Of)],
        [.. log.Lapsed.Select(l => new LapsedJson(l.Id, l.Body, l.Place, l.Hash, l.Reason))]);
}

/// <summary>The program that wrote the file.</summary>
internal sealed record ToolJson(string Name, string Version)
{
    public static ToolJson This { get; } = new(ProgramVersion.Name, ProgramVersion.Number);
}

/// <summary>The findings of a file. Absent values are null.</summary>
internal sealed record FileJson(
    string File, string? Sha256, ReportJson? Report, bool Publishable, int Errors, int Warnings, int Information,
    ImmutableArray<FindingJson> Findings, ImmutableArray<FindingJson> Accepted,
    SinceJson? Since, string? Returned, string? Review)
{
    public static FileJson Of(FileFindings file) => new(
        file.File, file.Sha256.Length > 0 ? file.Sha256 : null,
        file.Report is { } report ? ReportJson.Of(report) : null, file.IsPublishable,
        file.Count(Severity.Error), file.Count(Severity.Warning), file.Count(Severity.Information),
        [.. file.Findings.Select(f => FindingJson.Of(f) with { Status = StatusOf(f, file.Since) })],
        [.. file.Accepted.Select(a => FindingJson.Of(a.Finding) with { Reason = a.Reason })],
        file.Since is { } since ? SinceJson.Of(since) : null, file.Returned, file.Review);

    private static string? StatusOf(Diagnostic finding, ReturnDelta? since) =>
        since is null ? null : since.New.Contains(finding) ? "new" : "remaining";
}

/// <summary>The identity of a report.</summary>
internal sealed record ReportJson(string Kind, string Edition, string Body, int? Year, string Title, int? BlanksAsZero)
{
    public static ReportJson Of(Report report) => new(
        report.Kind, report.Edition, report.Body, report.Year, report.Title, report.Blanks?.Count);
}

/// <summary>The comparison with an earlier return.</summary>
internal sealed record SinceJson(string File, ImmutableArray<FixedJson> Fixed, int Remaining, int New, int Accepted)
{
    public static SinceJson Of(ReturnDelta since) =>
        new(since.File, [.. since.Fixed.Select(FixedJson.Of)], since.Remaining, since.Added, since.Accepted);
}

/// <summary>A finding of an earlier return that no longer occurs.</summary>
internal sealed record FixedJson(string Id, string Severity, string Place, string Message)
{
    public static FixedJson Of(ReturnedFinding gone) => new(gone.Id, JsonText.NameOf(gone.Severity), gone.Place, gone.Message);
}

/// <summary>An accepted finding that no longer occurs.</summary>
internal sealed record LapsedJson(string Id, string Body, string Place, string Hash, string Reason);

/// <summary>Source-generated JSON of findings.</summary>
[JsonSerializable(typeof(FindingsJson))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class FindingsJsonContext : JsonSerializerContext
{
    /// <summary>The context for indented documents.</summary>
    public static FindingsJsonContext Indented { get; } = new(JsonText.Options(indented: true));
}
