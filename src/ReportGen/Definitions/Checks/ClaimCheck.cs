using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>Words that claim something of the figures, without a number: that there was nothing, that all was upheld.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Assert">What must hold where they stand.</param>
public sealed record ClaimCheck(CheckHeader Header, Condition Assert) : ProseCheck(Header)
{
    /// <summary>What the text denies.</summary>
    public ImmutableArray<Statement> Denied { get; init; } = [];

    /// <summary>What the text says of all that was named before.</summary>
    public ImmutableArray<Statement> All { get; init; } = [];

    /// <summary>What it must be all of; empty for anything.</summary>
    public ImmutableArray<Statement> Of { get; init; } = [];

    internal static ImmutableArray<string> Places { get; } = ["words", "left", "right"];

    internal static ClaimCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var (denied, all, of) = (reading.StatementsOf(map, "denied"), reading.StatementsOf(map, "all"),
            reading.StatementsOf(map, "of"));
        var where = reading.Scope(map);
        return ExpressionReader.Condition(reading, map.RequiredScalar("assert"), null, Each.Once) is { } assert
            ? new ClaimCheck(header, assert) { Denied = denied, All = all, Of = of, Where = where } : null;
    }
}
