using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The report has the form that its year demands.</summary>
/// <param name="Header">What every check has.</param>
public sealed record EditionCheck(CheckHeader Header) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["edition", "year"];

    internal static EditionCheck Read(CheckReading reading, YamlMap map, CheckHeader header) => new(header);
}
