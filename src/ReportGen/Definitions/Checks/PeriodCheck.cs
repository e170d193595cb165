using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A period of the text is the whole report year.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">Where it stands: groups <c>y1 m1 d1 y2 m2 d2</c>; <c>y2</c> may be left out.</param>
public sealed record PeriodCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns) : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "year"];

    internal static PeriodCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.NumberPatterns(map, ["y1", "m1", "d1", "m2", "d2"])) { Where = reading.Scope(map) };
}
