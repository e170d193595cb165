using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>How a list of parts fails its whole.</summary>
public enum PartsMistake
{
    /// <summary>The parts come to more than the whole.</summary>
    More,

    /// <summary>A list that claims to be complete comes to less.</summary>
    Less,

    /// <summary>A list that may be partial comes to less.</summary>
    Partial,
}

/// <summary>“共 A 条，其中 a 条、b 条”: the parts come to no more than the whole, and to the whole where the list is complete.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Mistake">Which failure this check reports.</param>
/// <param name="Not">What is no part though it stands in the list: what was closed of what was received balances (N-05).</param>
public sealed record PartsCheck(CheckHeader Header, PartsMistake Mistake, ImmutableArray<Statement> Not) : ProseCheck(Header)
{
    private static readonly Dictionary<string, PartsMistake> s_mistakes = new()
    {
        ["more"] = PartsMistake.More, ["less"] = PartsMistake.Less, ["partial"] = PartsMistake.Partial,
    };

    internal static ImmutableArray<string> Places { get; } = ["whole", "sum", "parts"];

    internal static PartsCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, map.Choice("finding", s_mistakes, PartsMistake.More),
            reading.StatementsOf(map, "not")) { Where = reading.Scope(map) };
}
