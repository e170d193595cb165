using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Years in the text are the ones that the report year makes them.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">Where the year stands, as group <c>n</c>.</param>
/// <param name="Not">Words that, in the same clause, mean something else.</param>
/// <param name="Offset">The distance from the report year.</param>
/// <param name="MustBe">Whether it must be that year, or must not.</param>
public sealed record YearCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns, ImmutableArray<ProsePattern> Not, int Offset, bool MustBe)
    : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "value", "right"];

    internal static YearCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var (be, not) = (map.Integer("must-be", -9, 9), map.Integer("must-not-be", -9, 9));
        return new YearCheck(header, reading.NumberPatterns(map, ["n"]), reading.Patterns(map, "not"), be ?? not ?? 0, not is null)
        {
            Where = reading.Scope(map),
        };
    }
}
