using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The sections' headings are the kind's, in its order, and stand nowhere else.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Typed">What looks like a section's heading in the text.</param>
public sealed record HeadingsCheck(CheckHeader Header, ProsePattern? Typed) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static HeadingsCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.Pattern(map, "typed", TextView.Plain));
}
