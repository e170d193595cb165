using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Numbers of one paragraph that must add up to each other.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Left">The statements on the one side.</param>
/// <param name="Right">The statements on the other.</param>
public sealed record BalanceCheck(CheckHeader Header, ImmutableArray<Statement> Left, ImmutableArray<Statement> Right) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["left", "right"];

    internal static BalanceCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.StatementsOf(map, "left"), reading.StatementsOf(map, "right")) { Where = reading.Scope(map) };
}
