using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>One thing has one name throughout the text.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">Each matches any of the names.</param>
public sealed record OneNameCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "first"];

    internal static OneNameCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.Patterns(map, "patterns", TextView.Plain)) { Where = reading.Scope(map) };
}
