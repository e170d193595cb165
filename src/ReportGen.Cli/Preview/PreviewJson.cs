using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportGen.Cli.Findings;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Preview;

/// <summary>What the pages are told, as JSON in one line.</summary>
internal static class PreviewJson
{
    // It is fetched as data and never stands within a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All reports, for a page that begins to listen.</summary>
    public static string Hello(PreviewFolder folder, IEnumerable<ReportState> reports, bool canPrint) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("folder", folder.Name);
        json.WriteBoolean("single", folder.IsSingle);
        json.WriteBoolean("prints", canPrint);
        json.WriteString("version", ProgramVersion.Number);
        json.WriteStartArray("reports");
        foreach (var report in reports.OrderBy(r => r.File.Name, StringComparer.Ordinal)) WriteSummary(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>One report for the list.</summary>
    public static string Summary(ReportState report) => Text(json => WriteSummary(json, report));

    /// <summary>A report that is gone.</summary>
    public static string Gone(PreviewFile file) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", file.Id);
        json.WriteEndObject();
    });

    /// <summary>One report with its page, findings and mistakes.</summary>
    public static byte[] Whole(ReportState report) => Bytes(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("report");
        WriteSummary(json, report);
        json.WriteString("html", report.Good?.Html);
        WriteFindings(json, "findings", report.Good?.Findings ?? []);
        WriteFindings(json, "mistakes", report.Mistakes);
        json.WriteEndObject();
    });

    /// <summary>Why a download cannot be had.</summary>
    public static byte[] Refusal(ImmutableArray<Diagnostic> reasons) => Bytes(json =>
    {
        json.WriteStartObject();
        WriteFindings(json, "mistakes", reasons);
        json.WriteEndObject();
    });

    private static void WriteSummary(Utf8JsonWriter json, ReportState report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.File.Id);
        json.WriteString("name", report.File.Name);
        json.WriteString("tag", report.Tag);
        json.WriteString("condition", report.Condition);
        if (report.Identity is { } identity)
        {
            json.WriteString("title", identity.Title);
            json.WriteString("body", identity.Body);
        }

        if (report.Good is { } good)
        {
            json.WriteNumber("milliseconds", Math.Round(good.Took.TotalMilliseconds));
            json.WriteString("at", good.At);
            json.WriteNumber("errors", report.Count(Severity.Error));
            json.WriteNumber("warnings", report.Count(Severity.Warning));
            json.WriteNumber("notes", report.Count(Severity.Information));
        }

        if (report.MistakenAt is { } mistaken) json.WriteString("mistakenAt", mistaken);
        if (report.PrintedPages is { } pages) json.WriteNumber("printedPages", pages);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, ImmutableArray<Diagnostic> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings) FindingsJson.WriteFinding(json, finding);
        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> content) => Encoding.UTF8.GetString(Bytes(content));

    private static byte[] Bytes(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) content(json);
        return buffer.WrittenSpan.ToArray();
    }
}
