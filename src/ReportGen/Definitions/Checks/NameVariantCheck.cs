using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>The body is called by its full name, not by one that is almost it.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Variants">Pairs of words that are mistaken for each other.</param>
public sealed record NameVariantCheck(CheckHeader Header, ImmutableArray<(string One, string Other)> Variants) : ProseCheck(Header)
{
    /// <summary>Words for places of one rank, of which a place has one: 县 and 区.</summary>
    public ImmutableArray<string> SameRank { get; init; } = [];

    internal static ImmutableArray<string> Places { get; } = ["words", "right"];

    internal static NameVariantCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var pairs = map.Maps("variants").Select(pair =>
        {
            var read = (pair.Text("one"), pair.Text("other"));
            pair.Done();
            return read;
        }).ToImmutableArray();
        return new NameVariantCheck(header, pairs) { SameRank = map.Texts("same-rank"), Where = reading.Scope(map) };
    }
}
