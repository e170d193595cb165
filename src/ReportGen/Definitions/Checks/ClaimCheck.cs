using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Words that claim something of the figures, without a number: that there was nothing, that all was upheld.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Patterns">The words.</param>
/// <param name="Not">Words that, in the same clause, mean something else.</param>
/// <param name="Assert">What must hold where they stand.</param>
public sealed record ClaimCheck(CheckHeader Header, ImmutableArray<ProsePattern> Patterns, ImmutableArray<ProsePattern> Not, Condition Assert)
    : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["words", "left", "right"];

    internal static ClaimCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var (patterns, not, where) = (reading.Patterns(map), reading.Patterns(map, "not"), reading.Scope(map));
        return ExpressionReader.Condition(reading, map.RequiredScalar("assert"), null, Each.Once) is { } assert
            ? new ClaimCheck(header, patterns, not, assert) { Where = where } : null;
    }
}
