using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>What is said twice is the same twice.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Statements">What is said.</param>
public sealed record OneValueCheck(CheckHeader Header, ImmutableArray<Statement> Statements) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["name", "first", "value"];

    internal static OneValueCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.StatementsOf(map, "statements")) { Where = reading.Scope(map) };
}
