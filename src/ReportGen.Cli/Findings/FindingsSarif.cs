using System.Text.Json;
using ReportGen.Rules;
using ReportGen.Workbooks.Annotation;

namespace ReportGen.Cli.Findings;

/// <summary>
/// Writes findings as a SARIF log, for code-scanning services and editors. A cell is a logical location, because SARIF has no
/// regions for worksheets; a position in a text file is a region.
/// </summary>
internal sealed class FindingsSarif(Language language)
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes the findings as one run of the tool.</summary>
    public static void Write(FindingsLog log, Language language, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new FindingsSarif(language).LogOf(log), FindingsJsonContext.Indented.SarifLog));

    private SarifLog LogOf(FindingsLog log)
    {
        ImmutableArray<SarifResult> results = [.. log.Files.SelectMany(ResultsOf)];
        ImmutableArray<string> rules = [.. results.Select(r => r.RuleId).Distinct(StringComparer.Ordinal)];
        return new SarifLog(Schema, "2.1.0", [new SarifRun(
            new(new(ProgramVersion.Name, ProgramVersion.Number,
                [.. rules.Select(id => RuleOf(id, log.Rules.GetValueOrDefault(id)))])),
            log.Lapsed.Any() ? [InvocationOf(log.Lapsed)] : null,
            language == Language.Chinese ? "zh-CN" : "en-US",
            "utf16CodeUnits",
            [.. log.Files.Select(f =>
                new SarifArtifact(SarifArtifactLocation.Of(f.File), f.Sha256.Length > 0 ? new(f.Sha256) : null))],
            [.. results.Select(r => r with { RuleIndex = rules.IndexOf(r.RuleId) })])]);
    }

    private SarifRule RuleOf(string id, RuleText? text) =>
        new(id, SarifMessage.Of(text?.Title.In(language)), SarifMessage.Of(text?.Reason?.In(language)));

    // Accepted findings that no longer occur concern the configuration of the run, not a workbook.
    private SarifInvocation InvocationOf(IEnumerable<AcceptedFinding> lapsed) =>
        new(true, [.. lapsed.Select(entry => new SarifNotification(
        "note", new(language == Language.Chinese
            ? $"已核实清单中的 {entry.Id}（{entry.Place}）没有再出现，或内容已变。"
            : $"The accepted finding {entry.Id} ({entry.Place}) no longer occurs, or its content has changed.")))]);

    private IEnumerable<SarifResult> ResultsOf(FileFindings file) =>
    [
        .. file.Findings.Select(f => ResultOf(f, null, file.Since)),
        .. file.Accepted.Select(a => ResultOf(a.Finding, a.Reason, file.Since)),
        .. (file.Since?.Fixed ?? []).Select(gone => ResultOf(file.File, gone)),
    ];

    private SarifResult ResultOf(Diagnostic finding, string? accepted, ReturnDelta? since) => new(
        finding.Id, 0, LevelOf(finding.Severity), new(MessageOf(finding)),
        finding.Location is { } location ? [LocationOf(location, finding.Quotation)] : [],
        finding.Related.Length > 0 ? [.. finding.Related.Select(r => LocationOf(r, null))] : null,
        new(AcceptedFindings.HashOf(finding)),
        accepted is null ? [] : [new SarifSuppression("external", "accepted", accepted)],
        since is null ? null : since.New.Contains(finding) ? "new" : "unchanged");

    private static SarifResult ResultOf(string file, ReturnedFinding gone) => new(
        gone.Id, 0, LevelOf(gone.Severity), new(gone.Message),
        [new(new(SarifArtifactLocation.Of(file), null), gone.Place.Length > 0 ? [PlaceOf(gone.Place)] : null, null)],
        null, null, [], "absent");

    // SARIF supports remedies only as exact replacements, so the remedy is part of the message.
    private string MessageOf(Diagnostic finding) => finding.Remedy is { } remedy
        ? $"{finding.Message.In(language)} {remedy.In(language)}"
        : finding.Message.In(language);

    private static SarifLocation LocationOf(SourceLocation location, Quotation? quotation) => new(
        new(SarifArtifactLocation.Of(location.File), location is TextLocation text ? RegionOf(text, quotation) : null),
        location switch
        {
            CellLocation cell => [PlaceOf(cell.Place)],
            SheetLocation sheet => [new SarifLogicalLocation(sheet.Sheet, sheet.Sheet, "sheet")],
            _ => null,
        },
        location is CellLocation { Span: { } span } ? new(span.Start, span.Length) : null);

    private static SarifRegion RegionOf(TextLocation text, Quotation? quotation) =>
        new(text.Line, text.Column, quotation is { Mark.Length: > 0 } ? text.Column + quotation.Mark.Length : null);

    private static SarifLogicalLocation PlaceOf(string place) =>
        new(place.Split('!')[^1], place, place.Contains('!', StringComparison.Ordinal) ? "cell" : "sheet");

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
