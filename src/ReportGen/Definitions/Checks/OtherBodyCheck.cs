using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Where the text names the body itself, as the one to ask or the one that acts, it is this body and no other.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">Where the body is named, in the plain view: the name as group <c>name</c>.</param>
public sealed record OtherBodyCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns) : ProseCheck(Header)
{
    /// <summary>The words that end a body's name.</summary>
    public ImmutableArray<string> Endings { get; init; } = [];

    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static OtherBodyCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.Patterns(map, "patterns", TextView.Plain)) { Endings = map.Texts("endings"),
            Where = reading.Scope(map) };
}
