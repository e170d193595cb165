using System.Text.Json.Serialization;

namespace ReportGen.Cli.Findings;

/// <summary>The part of a SARIF 2.1.0 log (OASIS) that findings need. Names and meanings are those of the standard.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema, string Version, ImmutableArray<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool, ImmutableArray<SarifInvocation>? Invocations, string Language, string ColumnKind,
    ImmutableArray<SarifArtifact> Artifacts, ImmutableArray<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, ImmutableArray<SarifRule> Rules);

internal sealed record SarifRule(string Id, SarifMessage? ShortDescription, SarifMessage? FullDescription);

internal sealed record SarifMessage(string Text)
{
    public static SarifMessage? Of(string? text) => text is null ? null : new(text);
}

internal sealed record SarifInvocation(
    bool ExecutionSuccessful, ImmutableArray<SarifNotification> ToolConfigurationNotifications);

internal sealed record SarifNotification(string Level, SarifMessage Message);

internal sealed record SarifArtifact(SarifArtifactLocation Location, SarifHashes? Hashes);

internal sealed record SarifHashes([property: JsonPropertyName("sha-256")] string Sha256);

internal sealed record SarifResult(
    string RuleId, int RuleIndex, string Level, SarifMessage Message, ImmutableArray<SarifLocation> Locations,
    ImmutableArray<SarifLocation>? RelatedLocations, SarifFingerprints? PartialFingerprints,
    ImmutableArray<SarifSuppression> Suppressions, string? BaselineState);

internal sealed record SarifFingerprints([property: JsonPropertyName("finding/v1")] string Finding);

internal sealed record SarifSuppression(string Kind, string Status, string Justification);

internal sealed record SarifLocation(
    SarifPhysicalLocation PhysicalLocation, ImmutableArray<SarifLogicalLocation>? LogicalLocations, SarifCharacters? Properties);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifactLocation(string Uri)
{
    public static SarifArtifactLocation Of(string file) => new(Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(System.Uri.EscapeDataString)));
}

internal sealed record SarifRegion(int StartLine, int StartColumn, int? EndColumn);

internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName, string Kind);

/// <summary>Characters of a cell's text, as a property because SARIF regions require a text file.</summary>
internal sealed record SarifCharacters(int CharOffset, int CharLength);
