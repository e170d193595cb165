using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>“一是…；二是…”: no number is left out, and the points are parted by the same stop.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Markers">The words that begin the points, in order.</param>
/// <param name="Gaps">Whether gaps in the numbers are looked for, or mixed stops.</param>
public sealed record EnumerationCheck(CheckHeader Header, ImmutableArray<string> Markers, bool Gaps) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "expected"];

    internal static EnumerationCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Texts("markers"), map.Flag("gaps")) { Where = reading.Scope(map) };
}
