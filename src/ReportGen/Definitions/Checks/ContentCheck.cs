using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A section says something, and not too much.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Empty">What, as the whole text of a section, says nothing.</param>
/// <param name="Least">The least number of characters.</param>
/// <param name="Most">The largest number of characters; null for no bound.</param>
public sealed record ContentCheck(CheckHeader Header, ImmutableArray<ProsePattern> Empty, int Least, int? Most) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["section", "words", "count", "limit"];

    internal static ContentCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.Patterns(map, "empty", TextView.Plain), map.Integer("least", 0) ?? 0, map.Integer("most", 1))
        {
            Where = reading.Scope(map),
        };
}
