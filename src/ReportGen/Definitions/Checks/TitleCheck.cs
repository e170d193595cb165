using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The title is made as the kind makes it, and is not repeated in the text.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Repeated">Whether repetition in the text is looked for, or a wrong form.</param>
public sealed record TitleCheck(CheckHeader Header, bool Repeated) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["title", "right"];

    internal static TitleCheck Read(CheckReading reading, YamlMap map, CheckHeader header) => new(header, map.Flag("repeated"));
}
