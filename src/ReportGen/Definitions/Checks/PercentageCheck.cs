using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Percentages that can be worked out from the numbers beside them.</summary>
/// <param name="Header">What every check has.</param>
public sealed record PercentageCheck(CheckHeader Header) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "arithmetic"];

    internal static PercentageCheck Read(CheckReading reading, YamlMap map, CheckHeader header) => new(header) { Where = reading.Scope(map) };
}
