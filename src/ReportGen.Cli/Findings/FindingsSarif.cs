using System.Collections.Immutable;
using System.Text.Json;
using ReportGen.Diagnostics;
using ReportGen.Rules;

namespace ReportGen.Cli.Findings;

/// <summary>
/// Findings as a SARIF 2.1.0 log (OASIS), for code-scanning services and editors. A cell is a logical location,
/// because SARIF has no regions for worksheets; a place in a text file is a region.
/// </summary>
internal static class FindingsSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes all that a run has to tell as one run of the tool.</summary>
    public static void Write(FindingsLog log, Language language, TextWriter output) => JsonText.Write(output, json =>
    {
        ImmutableArray<SarifResult> results = [.. log.Files.SelectMany(SarifResult.Of)];
        ImmutableArray<string> rules = [.. results.Select(r => r.Id).Distinct(StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules, log, language);
        if (log.Lapsed.Any()) WriteInvocation(json, log.Lapsed, language);
        json.WriteString("language", language == Language.Chinese ? "zh-CN" : "en-US");
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteList("artifacts", log.Files, WriteArtifact);
        json.WriteList("results", results, (j, result) => WriteResult(j, result, rules.IndexOf(result.Id), language));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<string> rules, FindingsLog log, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ProgramVersion.Name);
        json.WriteString("version", ProgramVersion.Number);
        json.WriteList("rules", rules, (j, rule) => WriteRule(j, rule, log.Rules.GetValueOrDefault(rule), language));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string id, RuleText? text, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (text is not null) WriteMessage(json, "shortDescription", text.Title.In(language));
        if (text?.Reason is { } reason) WriteMessage(json, "fullDescription", reason.In(language));
        json.WriteEndObject();
    }

    // Acceptances without a finding are about the configuration of the run, not about a workbook.
    private static void WriteInvocation(Utf8JsonWriter json, IEnumerable<AcceptedFinding> lapsed, Language language)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteList("toolConfigurationNotifications", lapsed, (j, entry) =>
        {
            j.WriteStartObject();
            j.WriteString("level", "note");
            WriteMessage(j, "message", language == Language.Chinese
                ? $"接受清单中的 {entry.Id}（{entry.Place}）没有再出现，或内容已变。"
                : $"The accepted finding {entry.Id} ({entry.Place}) is no longer found, or says something else.");
            j.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, FileFindings file)
    {
        json.WriteStartObject();
        WriteArtifactLocation(json, "location", file.File);
        if (file.Sha256.Length > 0)
        {
            json.WriteStartObject("hashes");
            json.WriteString("sha-256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, SarifResult result, int rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(result.Severity));
        WriteMessage(json, "message", result.Finding is { } found ? MessageOf(found, language) : result.Gone!.Message);
        if (result.Finding is { } finding) WritePlaces(json, finding);
        else WriteGonePlace(json, result.File, result.Gone!.Place);
        json.WriteList("suppressions", result.Reason is { } reason ? [reason] : Array.Empty<string>(), WriteSuppression);
        if (result.BaselineState is { } state) json.WriteString("baselineState", state);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, Diagnostic finding)
    {
        WriteLocations(json, "locations", finding.Location is { } l ? [l] : [], finding.Quotation);
        if (finding.Related.Length > 0) WriteLocations(json, "relatedLocations", finding.Related, null);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("finding/v1", Baseline.HashOf(finding));
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, string reason)
    {
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", reason);
        json.WriteEndObject();
    }

    private static void WriteGonePlace(Utf8JsonWriter json, string file, string place)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifactLocation(json, "artifactLocation", file);
        json.WriteEndObject();
        if (place.Length > 0) WriteLogicalLocation(json, place.Split('!')[^1], place, place.Contains('!', StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // SARIF has no place for advice other than exact replacements, so it stands in the message.
    private static string MessageOf(Diagnostic finding, Language language) =>
        finding.Remedy is { } remedy
            ? $"{finding.Message.In(language)} {remedy.In(language)}"
            : finding.Message.In(language);

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteLocations(
        Utf8JsonWriter json, string name, ImmutableArray<SourceLocation> locations, Quotation? quotation) =>
        json.WriteList(name, locations, (j, location) =>
        {
            j.WriteStartObject();
            j.WriteStartObject("physicalLocation");
            WriteArtifactLocation(j, "artifactLocation", location.File);
            if (location is TextLocation text) WriteRegion(j, text, quotation);
            j.WriteEndObject();
            WriteLogicalLocation(j, location);
            if (location is CellLocation { Span: { } span }) WriteSpan(j, span);
            j.WriteEndObject();
        });

    // Characters of a cell's text: no region of SARIF's, because the file is no text.
    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject("properties");
        json.WriteNumber("charOffset", span.Start);
        json.WriteNumber("charLength", span.Length);
        json.WriteEndObject();
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
        switch (location)
        {
            case CellLocation cell: WriteLogicalLocation(json, cell.Address.ToString(), $"{cell.Sheet}!{cell.Address}", isCell: true); break;
            case SheetLocation sheet: WriteLogicalLocation(json, sheet.Sheet, sheet.Sheet, isCell: false); break;
        }
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, string name, string qualified, bool isCell)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("fullyQualifiedName", qualified);
        json.WriteString("kind", isCell ? "cell" : "sheet");
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
