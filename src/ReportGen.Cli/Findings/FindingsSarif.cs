using System.Collections.Immutable;
using System.Text.Json;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Findings;

/// <summary>
/// Findings as a SARIF 2.1.0 log (OASIS), for code-scanning services and editors. A cell is a logical location,
/// because SARIF has no regions for worksheets; a place in a text file is a region.
/// </summary>
internal static class FindingsSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(ImmutableArray<FileFindings> files, Language language, TextWriter output)
    {
        var findings = files.SelectMany(f => f.Findings).ToImmutableArray();
        var rules = findings.Select(f => f.Id).Distinct(StringComparer.Ordinal).ToImmutableArray();
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            json.WriteString("language", language == Language.Chinese ? "zh-CN" : "en-US");
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteArtifacts(json, files);
            json.WriteStartArray("results");
            foreach (var finding in findings) WriteResult(json, finding, rules.IndexOf(finding.Id), language);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ProgramVersion.Name);
        json.WriteString("version", ProgramVersion.Number);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter json, ImmutableArray<FileFindings> files)
    {
        json.WriteStartArray("artifacts");
        foreach (var file in files)
        {
            json.WriteStartObject();
            WriteArtifactLocation(json, "location", file.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, int rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteMessage(json, MessageOf(finding, language));
        WriteLocations(json, "locations", finding.Location is { } l ? [l] : [], finding.Quotation);
        if (finding.Related.Length > 0) WriteLocations(json, "relatedLocations", finding.Related, null);
        json.WriteEndObject();
    }

    // SARIF has no place for advice other than exact replacements, so it stands in the message.
    private static string MessageOf(Diagnostic finding, Language language) =>
        finding.Remedy is { } remedy
            ? $"{finding.Message.In(language)} {remedy.In(language)}"
            : finding.Message.In(language);

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteLocations(
        Utf8JsonWriter json, string name, ImmutableArray<SourceLocation> locations, Quotation? quotation)
    {
        json.WriteStartArray(name);
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifactLocation(json, "artifactLocation", location.File);
            if (location is TextLocation text) WriteRegion(json, text, quotation);
            json.WriteEndObject();
            WriteLogicalLocation(json, location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, TextLocation text, Quotation? quotation)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", text.Line);
        json.WriteNumber("startColumn", text.Column);
        if (quotation is { Mark.Length: > 0 }) json.WriteNumber("endColumn", text.Column + quotation.Mark.Length);
        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, SourceLocation location)
    {
        var (sheet, place) = location switch
        {
            CellLocation cell => (cell.Sheet, (string?)cell.Address.ToString()),
            SheetLocation s => (s.Sheet, null),
            _ => (null, null),
        };
        if (sheet is null) return;
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", place ?? sheet);
        json.WriteString("fullyQualifiedName", place is null ? sheet : $"{sheet}!{place}");
        json.WriteString("kind", place is null ? "sheet" : "cell");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifactLocation(Utf8JsonWriter json, string name, string file)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", UriOf(file));
        json.WriteEndObject();
    }

    private static string UriOf(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
