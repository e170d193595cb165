using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>“六个部分” names six.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">The sentence with the number, as group <c>n</c>.</param>
/// <param name="Items">What may be named, each by a pattern of its own.</param>
public sealed record ListedCountCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns, ImmutableArray<ProsePattern> Items) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "value", "count"];

    internal static ListedCountCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.NumberPatterns(map, ["n"]), reading.Patterns(map, "items")) { Where = reading.Scope(map) };
}
