using System.Text.Encodings.Web;
using System.Text.Json;
using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>The ledger for programs. The form is fixed by <c>docs/schemas/ledger.schema.json</c>.</summary>
internal static class LedgerData
{
    /// <summary>The version of the form; grows when something that readers rely on changes.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Make(Ledger ledger)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", FormatVersion);
            if (ledger.AsOf is { } time) json.WriteString("asOf", time);
            json.WriteBoolean("hasRoster", ledger.HasRoster);
            WriteCounts(json, ledger);
            json.WriteStartArray("bodies");
            foreach (var line in ledger.Lines) WriteLine(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, Ledger ledger)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("expected", ledger.Lines.Count(l => l.IsExpected));
        json.WriteNumber("received", ledger.Lines.Count(l => l.Latest is not null));
        foreach (var state in Enum.GetValues<LedgerState>()) json.WriteNumber(NameOf(state), ledger.Count(state));
        json.WriteNumber("unexpected", ledger.Lines.Count(l => !l.IsExpected));
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, LedgerLine line)
    {
        json.WriteStartObject();
        json.WriteString("body", line.Body);
        if (line.Group.Length > 0) json.WriteString("group", line.Group);
        json.WriteBoolean("expected", line.IsExpected);
        json.WriteString("state", NameOf(line.State));
        if (line.Published is { } published) WriteStrings(json, "published", published.Outputs);
        json.WriteStartArray("history");
        foreach (var entry in line.History) WriteEntry(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, JournalEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("time", entry.Time);
        json.WriteString("workbook", entry.Workbook);
        json.WriteString("sha256", entry.Sha256);
        json.WriteString("state", NameOf(LedgerLine.StateOf(entry)));
        if (entry.Year is { } year) json.WriteNumber("year", year);
        if (entry.Title is { } title) json.WriteString("title", title);
        json.WriteNumber("errors", entry.Errors);
        json.WriteNumber("warnings", entry.Warnings);
        if (entry.Reason is { } reason) json.WriteString("reason", reason);
        WriteStrings(json, "outputs", entry.Outputs);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string NameOf(LedgerState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
