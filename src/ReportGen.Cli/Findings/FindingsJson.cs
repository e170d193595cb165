using System.Text.Json;
using ReportGen.Model;
using ReportGen.Workbooks.Annotation;
using System.Text.Json.Serialization;

namespace ReportGen.Cli.Findings;

/// <summary>Findings for programs, in both languages. The form is fixed by <c>docs/schemas/findings.schema.json</c>.</summary>
/// <param name="Format">The version of the form.</param>
/// <param name="Tool">The program.</param>
/// <param name="Profile">How strictly it was checked.</param>
/// <param name="Files">What was found, file by file.</param>
/// <param name="Lapsed">Acceptances that no finding answers to any more.</param>
internal sealed record FindingsJson(
    int Format, ToolJson Tool, string Profile, ImmutableArray<FileJson> Files, ImmutableArray<LapsedJson> Lapsed)
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes all that a run has to tell.</summary>
    public static void Write(FindingsLog log, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(Of(log), FindingsJsonContext.Indented.FindingsJson));

    private static FindingsJson Of(FindingsLog log) => new(
        FormatVersion, ToolJson.This, JsonText.NameOf(log.Profile), [.. log.Files.Select(FileJson.Of)],
        [.. log.Lapsed.Select(l => new LapsedJson(l.Id, l.Body, l.Place, l.Hash, l.Reason))]);
}

/// <summary>The program that tells.</summary>
internal sealed record ToolJson(string Name, string Version)
{
    public static ToolJson This { get; } = new(ProgramVersion.Name, ProgramVersion.Number);
}

/// <summary>What was found in a file. What is absent is null.</summary>
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

    private static string? StatusOf(Diagnostic finding, SinceReturn? since) =>
        since is null ? null : since.New.Contains(finding) ? "new" : "remaining";
}

/// <summary>Which report it is.</summary>
internal sealed record ReportJson(string Kind, string Edition, string Body, int? Year, string Title)
{
    public static ReportJson Of(Report report) => new(report.Kind, report.Edition, report.Body, report.Year, report.Title);
}

/// <summary>What became of an earlier return's findings.</summary>
internal sealed record SinceJson(string File, ImmutableArray<FixedJson> Fixed, int Remaining, int New, int Accepted)
{
    public static SinceJson Of(SinceReturn since) =>
        new(since.File, [.. since.Fixed.Select(FixedJson.Of)], since.Remaining, since.Added, since.Accepted);
}

/// <summary>A finding of an earlier return that is gone.</summary>
internal sealed record FixedJson(string Id, string Severity, string Place, string Message)
{
    public static FixedJson Of(ReturnedFinding gone) => new(gone.Id, JsonText.NameOf(gone.Severity), gone.Place, gone.Message);
}

/// <summary>An acceptance that no finding answers to any more.</summary>
internal sealed record LapsedJson(string Id, string Body, string Place, string Hash, string Reason);

/// <summary>The types of findings, as the compiler writes them out.</summary>
[JsonSerializable(typeof(FindingsJson))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class FindingsJsonContext : JsonSerializerContext
{
    /// <summary>For documents that people may look at.</summary>
    public static FindingsJsonContext Indented { get; } = new(JsonText.Options(indented: true));
}
