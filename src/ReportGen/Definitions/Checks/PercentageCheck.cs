using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Percentages that can be worked out from the numbers beside them.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">Where they stand: the part as group <c>n</c>, the percentage as <c>p</c>, the whole, if it is said, as <c>whole</c>.</param>
public sealed record PercentageCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "arithmetic"];

    internal static PercentageCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.NumberPatterns(map, ["n", "p"])) { Where = reading.Scope(map) };
}
