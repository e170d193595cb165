using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A paragraph ends with a stop.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Stops">The characters that may end one.</param>
/// <param name="Not">What makes a line no paragraph.</param>
public sealed record EndingCheck(CheckHeader Header, string Stops, ImmutableArray<ProsePattern> Not) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words"];

    internal static EndingCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Text("stops"), reading.Patterns(map, "not", TextView.Plain)) { Where = reading.Scope(map) };
}
