using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Characters and words typed twice.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Characters">The characters that are never doubled on purpose.</param>
/// <param name="Except">Doubled words that are right.</param>
public sealed record DoubledCheck(CheckHeader Header, string Characters, ImmutableArray<string> Except) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static DoubledCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Text("characters"), map.Texts("except")) { Where = reading.Scope(map) };
}
