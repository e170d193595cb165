using System.Collections.Immutable;
using System.Text.Json;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Findings;

/// <summary>Findings for programs, in both languages. The form is fixed by <c>docs/schemas/findings.schema.json</c>.</summary>
internal static class FindingsJson
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    public static void Write(ImmutableArray<FileFindings> files, TextWriter output) =>
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("format", FormatVersion);
            json.WriteStartObject("tool");
            json.WriteString("name", ProgramVersion.Name);
            json.WriteString("version", ProgramVersion.Number);
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in files) WriteFile(json, file);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>Writes one finding as an object.</summary>
    public static void WriteFinding(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", NameOf(finding.Severity));
        json.WriteText("message", finding.Message);
        json.WriteText("remedy", finding.Remedy);
        json.WriteText("basis", finding.Basis);
        if (finding.Location is { } location) WriteLocation(json, "location", location);
        if (finding.Quotation is { } quotation) WriteQuotation(json, quotation);
        json.WriteStartArray("related");
        foreach (var related in finding.Related) WriteLocation(json, null, related);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, FileFindings file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteBoolean("publishable", file.IsPublishable);
        json.WriteNumber("errors", file.Count(Severity.Error));
        json.WriteNumber("warnings", file.Count(Severity.Warning));
        json.WriteNumber("information", file.Count(Severity.Information));
        json.WriteStartArray("findings");
        foreach (var finding in file.Findings) WriteFinding(json, finding);
        json.WriteEndArray();
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

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
