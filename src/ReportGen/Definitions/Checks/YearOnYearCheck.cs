using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>“同比增长 p%” behind a figure follows from last year's figure.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Statements">The figures.</param>
public sealed record YearOnYearCheck(CheckHeader Header, ImmutableArray<Statement> Statements) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "name", "arithmetic", "right"];

    internal static YearOnYearCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.StatementsOf(map, "statements")) { Where = reading.Scope(map) };
}
