using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A paragraph ends with a stop.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Stops">The characters that may end one.</param>
public sealed record EndingCheck(CheckHeader Header, string Stops) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words"];

    internal static EndingCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Text("stops")) { Where = reading.Scope(map) };
}
