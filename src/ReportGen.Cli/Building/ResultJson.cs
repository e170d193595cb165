using System.Text.Json;
using ReportGen.Cli.Findings;
using ReportGen.Diagnostics;

namespace ReportGen.Cli.Building;

/// <summary>What became of a workbook, for programs: the members that <c>build</c> and <c>watch</c> have in common.</summary>
internal static class ResultJson
{
    /// <summary>Writes the members, without the workbook's name.</summary>
    public static void Write(Utf8JsonWriter json, BuildResult result)
    {
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(result.State.ToString()));
        if (result.Body is { } body) json.WriteString("body", body);
        if (result.Year is { } year) json.WriteNumber("year", year);
        if (result.Title is { } title) json.WriteString("title", title);
        json.WriteNumber("errors", result.Count(Severity.Error));
        json.WriteNumber("warnings", result.Count(Severity.Warning));
        json.WriteText("reason", result.Reason?.Message);
        json.WriteStartArray("outputs");
        foreach (var file in result.Outputs) json.WriteStringValue(file);
        json.WriteEndArray();
        WriteFindings(json, result.Findings);
    }

    /// <summary>Writes findings as the member <c>findings</c>.</summary>
    public static void WriteFindings(Utf8JsonWriter json, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings) FindingsJson.WriteFinding(json, finding);
        json.WriteEndArray();
    }
}
