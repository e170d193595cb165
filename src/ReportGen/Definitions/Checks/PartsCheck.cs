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
/// <param name="Lists">How lists of parts are recognised.</param>
public sealed record PartsCheck(CheckHeader Header, PartsMistake Mistake, PartLists Lists) : ProseCheck(Header)
{
    private static readonly Dictionary<string, PartsMistake> s_mistakes = new()
    {
        ["more"] = PartsMistake.More, ["less"] = PartsMistake.Less, ["partial"] = PartsMistake.Partial,
    };

    internal static ImmutableArray<string> Places { get; } = ["whole", "sum", "parts"];

    internal static PartsCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var mistake = map.Choice("finding", s_mistakes, PartsMistake.More);
        var where = reading.Scope(map);
        return reading.Lists is { } lists ? new PartsCheck(header, mistake, lists) { Where = where } : Missing(map);
    }

    private static PartsCheck? Missing(YamlMap map)
    {
        map.Report(CheckMessages.NoLists(map.Location));
        return null;
    }
}

/// <summary>The words by which lists of parts are recognised.</summary>
public sealed record PartLists
{
    /// <summary>What stands before the parts: 其中.</summary>
    public required ProsePattern Intro { get; init; }

    /// <summary>What, at the beginning of a bracket, says that the list in it may be partial: 含.</summary>
    public required ProsePattern Partial { get; init; }

    /// <summary>What stands in the clause of a whole: 共.</summary>
    public required ProsePattern Whole { get; init; }

    /// <summary>What says that a number in a list is no part: 同比.</summary>
    public required ProsePattern Skip { get; init; }

    /// <summary>The measure words that count, each a character.</summary>
    public required string Units { get; init; }

    internal static PartLists? Read(CheckReading reading, YamlMap map)
    {
        var (intro, partial, whole, skip) = (reading.Pattern(map, "intro"), reading.Pattern(map, "partial"), reading.Pattern(map, "whole"), reading.Pattern(map, "skip"));
        var units = map.Text("units");
        map.Done();
        return intro is null || partial is null || whole is null || skip is null ? null
            : new PartLists { Intro = intro, Partial = partial, Whole = whole, Skip = skip, Units = units };
    }
}
