using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The text is not last year's over again.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Most">The largest share, in percent, that may be taken over.</param>
public sealed record SimilarityCheck(CheckHeader Header, int Most) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["percent", "limit"];

    internal static SimilarityCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Integer("most", 0, 100) ?? 50) { Where = reading.Scope(map) };
}
