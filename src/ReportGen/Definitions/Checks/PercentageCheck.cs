using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Percentages that can be worked out from the numbers beside them.</summary>
/// <param name="Header">What every check has.</param>
public sealed record PercentageCheck(CheckHeader Header) : ProseCheck(Header)
{
    /// <summary>Rates of the number before by the one before that: 预算19.6万元、决算18.9万元，执行率96.4%.</summary>
    public ImmutableArray<string> Rates { get; init; } = [];

    internal static ImmutableArray<string> Places { get; } = ["words", "arithmetic"];

    internal static PercentageCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header) { Rates = map.Texts("rates"), Where = reading.Scope(map) };
}
