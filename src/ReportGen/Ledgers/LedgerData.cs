using System.Text.Json;
using System.Text.Json.Serialization;
using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>The ledger as JSON, as specified by <c>docs/schemas/ledger.schema.json</c>. Null members are omitted.</summary>
internal sealed record LedgerData(
    int Format, DateTimeOffset? AsOf, bool HasRoster, LedgerCounts Counts, ImmutableArray<LedgerBody> Bodies)
{
    /// <summary>The version of the schema; increased by incompatible changes.</summary>
    public const int FormatVersion = 1;

    private static readonly LedgerJsonContext s_types = new(new JsonSerializerOptions(LedgerJsonContext.Default.Options)
    {
        Encoder = ReadableJsonEncoder.Instance,
    });

    /// <summary>The file content in UTF-8.</summary>
    public static byte[] Make(Ledger ledger) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(Of(ledger), s_types.LedgerData), (byte)'\n'];

    public static string NameOf(LedgerState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static LedgerData Of(Ledger ledger) =>
        new(FormatVersion, ledger.AsOf, ledger.HasRoster, LedgerCounts.Of(ledger), [.. ledger.Lines.Select(LedgerBody.Of)]);
}

/// <summary>The numbers of bodies.</summary>
internal sealed record LedgerCounts(
    int Expected, int Received, int Missing, int Failed, int Returned, int Published, int Unexpected)
{
    public static LedgerCounts Of(Ledger ledger) => new(
        ledger.Lines.Count(l => l.IsExpected), ledger.Lines.Count(l => l.Latest is not null),
        ledger.Count(LedgerState.Missing), ledger.Count(LedgerState.Failed),
        ledger.Count(LedgerState.Returned), ledger.Count(LedgerState.Published),
        ledger.Lines.Count(l => !l.IsExpected));
}

/// <summary>One body with its submissions.</summary>
internal sealed record LedgerBody(
    string Body, string? Group, bool Expected, string State,
    ImmutableArray<string>? Published, ImmutableArray<LedgerSubmission> History)
{
    public static LedgerBody Of(LedgerLine line) => new(
        line.Body, line.Group.Length > 0 ? line.Group : null, line.IsExpected, LedgerData.NameOf(line.State),
        line.Published?.Outputs, [.. line.History.Select(LedgerSubmission.Of)]);
}

/// <summary>One submission with its result.</summary>
internal sealed record LedgerSubmission(
    DateTimeOffset Time, string Workbook, string Sha256, string State, int? Year, string? Title, int? BlanksAsZero,
    int Errors, int Warnings, string? Reason, ImmutableArray<string> Outputs)
{
    public static LedgerSubmission Of(JournalEntry entry) => new(
        entry.Time, entry.Workbook, entry.Sha256, LedgerData.NameOf(LedgerLine.StateOf(entry)), entry.Year, entry.Title,
        entry.BlanksAsZero,
        entry.Errors, entry.Warnings, entry.Reason, entry.Outputs);
}

/// <summary>Generated JSON serialization.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerData))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
