using System.Text.Json;
using System.Text.Json.Serialization;
using ReportGen.Publishing;

namespace ReportGen.Ledgers;

/// <summary>The ledger as JSON, as specified by <c>docs/schemas/ledger.schema.json</c>. Null members are omitted.</summary>
internal sealed record LedgerData(
    int Format, DateTimeOffset? AsOf, int? Year, string? District, bool HasRoster, LedgerCounts Counts,
    ImmutableArray<LedgerBody> Bodies, ImmutableArray<LedgerFile>? Files)
{
    /// <summary>The version of the schema; increased by incompatible changes.</summary>
    public const int FormatVersion = 1;

    private static readonly LedgerJsonContext s_types = new(new JsonSerializerOptions(LedgerJsonContext.Default.Options)
    {
        Encoder = ReadableJsonEncoder.Instance,
    });

    /// <summary>The file content in UTF-8.</summary>
    public static byte[] Make(Ledger ledger, LedgerStyle style) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(Of(ledger, style), s_types.LedgerData), (byte)'\n'];

    public static string NameOf(LedgerState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>An optional list, which is omitted if it is empty.</summary>
    public static ImmutableArray<T>? Some<T>(IEnumerable<T> items) =>
        items.ToImmutableArray() is { IsEmpty: false } some ? some : null;

    private static LedgerData Of(Ledger ledger, LedgerStyle style) => new(
        FormatVersion, ledger.AsOf, ledger.CommonYear, ledger.District.Length > 0 ? ledger.District : null, ledger.HasRoster,
        LedgerCounts.Of(ledger), [.. ledger.Lines.Select(LedgerBody.Of)],
        Some(ledger.Files.Select(f => LedgerFile.Of(f, ledger, style))));
}

/// <summary>The numbers of bodies. Those of the states add up to the expected ones.</summary>
internal sealed record LedgerCounts(
    int Expected, int Received, int Missing, int Failed, int Returned, int Published, int Unexpected)
{
    public static LedgerCounts Of(Ledger ledger) => new(
        ledger.Lines.Count(l => l.IsExpected), ledger.Lines.Count(l => l.IsExpected && l.State != LedgerState.Missing),
        ledger.Count(LedgerState.Missing), ledger.Count(LedgerState.Failed),
        ledger.Count(LedgerState.Returned), ledger.Count(LedgerState.Published),
        ledger.Lines.Count(l => !l.IsExpected));
}

/// <summary>One body with its submissions.</summary>
internal sealed record LedgerBody(
    string Body, string? Group, string? Contact, DateOnly? Deadline, bool Expected, string State, int? Year,
    ImmutableArray<string>? Published, ImmutableArray<string>? NotUsed, ImmutableArray<string>? Similar,
    ImmutableArray<LedgerSubmission> History)
{
    public static LedgerBody Of(LedgerLine line) => new(
        line.Body, line.Group.Length > 0 ? line.Group : null, line.Contact.Length > 0 ? line.Contact : null, line.Deadline,
        line.IsExpected, LedgerData.NameOf(line.State), line.Year, line.Published?.Outputs,
        LedgerData.Some(line.NotUsed.Select(e => e.Workbook)), LedgerData.Some(line.Similar),
        [.. line.History.Select(LedgerSubmission.Of)]);
}

/// <summary>One submission with its result.</summary>
internal sealed record LedgerSubmission(
    DateTimeOffset Time, string Workbook, string Sha256, string State, int? Year, string? Period, string? Title,
    int? BlanksAsZero, int Errors, int Warnings, ImmutableArray<string>? Worst, string? Reason, string? Remedy, string? Rival,
    ImmutableArray<string> Outputs)
{
    public static LedgerSubmission Of(JournalEntry entry) => new(
        entry.Time, entry.Workbook, entry.Sha256, LedgerData.NameOf(LedgerLine.StateOf(entry)), entry.Year, entry.Period,
        entry.Title, entry.BlanksAsZero, entry.Errors, entry.Warnings, entry.Worst, entry.Reason, entry.Remedy,
        entry.Rival, entry.Outputs);
}

/// <summary>A file that came but is not processed.</summary>
internal sealed record LedgerFile(string File, string? Body, string Id, string Reason, string? Remedy)
{
    public static LedgerFile Of(Diagnostic file, Ledger ledger, LedgerStyle style) => new(
        file.Location?.File ?? "", ledger.Lines.FirstOrDefault(l => l.Waiting.Contains(file))?.Body, file.Id,
        file.Message.In(style.Language), file.Remedy?.In(style.Language));
}

/// <summary>Generated JSON serialization.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerData))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
