using System.Text.Json;
using ReportGen.Diagnostics;
using ReportGen.Model;
using ReportGen.Rules;
using ReportGen.Workbooks;

namespace ReportGen.Cli.Findings;

/// <summary>Findings for programs, in both languages. The form is fixed by <c>docs/schemas/findings.schema.json</c>.</summary>
internal static class FindingsJson
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes all that a run has to tell.</summary>
    public static void Write(FindingsLog log, TextWriter output) =>
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("format", FormatVersion);
            json.WriteStartObject("tool");
            json.WriteString("name", ProgramVersion.Name);
            json.WriteString("version", ProgramVersion.Number);
            json.WriteEndObject();
            json.WriteString("profile", NameOf(log.Profile));
            json.WriteList("files", log.Files, WriteFile);
            json.WriteList("lapsed", log.Lapsed, WriteLapsed);
            json.WriteEndObject();
        });

    /// <summary>Writes one finding as an object.</summary>
    public static void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        WriteMembers(json, finding);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteString("id", finding.Id);
        json.WriteString("severity", NameOf(finding.Severity));
        json.WriteText("message", finding.Message);
        json.WriteText("remedy", finding.Remedy);
        json.WriteText("basis", finding.Basis);
        if (finding.Location is { } location) WriteLocation(json, "location", location);
        if (finding.Quotation is { } quotation) WriteQuotation(json, quotation);
        json.WriteList("related", finding.Related, (j, related) => WriteLocation(j, null, related));
        json.WriteString("hash", Baseline.HashOf(finding));
    }

    private static void WriteFile(Utf8JsonWriter json, FileFindings file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        if (file.Sha256.Length > 0) json.WriteString("sha256", file.Sha256);
        if (file.Report is { } report) WriteReport(json, report);
        json.WriteBoolean("publishable", file.IsPublishable);
        json.WriteNumber("errors", file.Count(Severity.Error));
        json.WriteNumber("warnings", file.Count(Severity.Warning));
        json.WriteNumber("information", file.Count(Severity.Information));
        json.WriteList("findings", file.Findings, (j, finding) => WriteFinding(j, finding, file.Since));
        json.WriteList("accepted", file.Accepted, WriteAccepted);
        if (file.Since is { } since) WriteSince(json, since);
        if (file.Returned is { } returned) json.WriteString("returned", returned);
        if (file.Review is { } review) json.WriteString("review", review);
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("report");
        json.WriteString("kind", report.Kind);
        json.WriteString("edition", report.Edition);
        json.WriteString("body", report.Body);
        if (report.Year is { } year) json.WriteNumber("year", year);
        json.WriteString("title", report.Title);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic finding, SinceReturn? since)
    {
        json.WriteStartObject();
        WriteMembers(json, finding);
        if (since is not null) json.WriteString("status", since.New.Contains(finding) ? "new" : "remaining");
        json.WriteEndObject();
    }

    private static void WriteAccepted(Utf8JsonWriter json, (Diagnostic Finding, string Reason) accepted)
    {
        json.WriteStartObject();
        WriteMembers(json, accepted.Finding);
        json.WriteString("reason", accepted.Reason);
        json.WriteEndObject();
    }

    private static void WriteSince(Utf8JsonWriter json, SinceReturn since)
    {
        json.WriteStartObject("since");
        json.WriteString("file", since.File);
        json.WriteList("fixed", since.Fixed, WriteFixed);
        json.WriteNumber("remaining", since.Remaining);
        json.WriteNumber("new", since.Added);
        json.WriteNumber("accepted", since.Accepted);
        json.WriteEndObject();
    }

    private static void WriteFixed(Utf8JsonWriter json, ReturnedFinding gone)
    {
        json.WriteStartObject();
        json.WriteString("id", gone.Id);
        json.WriteString("severity", NameOf(gone.Severity));
        json.WriteString("place", gone.Place);
        json.WriteString("message", gone.Message);
        json.WriteEndObject();
    }

    private static void WriteLapsed(Utf8JsonWriter json, AcceptedFinding entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("body", entry.Body);
        json.WriteString("place", entry.Place);
        json.WriteString("hash", entry.Hash);
        json.WriteString("reason", entry.Reason);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string? name, SourceLocation location)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("display", location.ToString());
        json.WriteString("file", location.File);
        WritePlace(json, location);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation location)
    {
        switch (location)
        {
            case CellLocation cell:
                json.WriteString("sheet", cell.Sheet);
                json.WriteString("cell", cell.Address.ToString());
                if (cell.Span is { } span) WriteSpan(json, "span", span);
                break;
            case SheetLocation sheet:
                json.WriteString("sheet", sheet.Sheet);
                break;
            case TextLocation text:
                json.WriteNumber("line", text.Line);
                json.WriteNumber("column", text.Column);
                break;
        }
    }

    private static void WriteQuotation(Utf8JsonWriter json, Quotation quotation)
    {
        json.WriteStartObject("quotation");
        json.WriteString("text", quotation.Text);
        WriteSpan(json, "mark", quotation.Mark);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    private static string NameOf(CheckProfile profile) => profile switch
    {
        CheckProfile.Strict => "strict",
        CheckProfile.Minimal => "minimal",
        _ => "default",
    };

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
