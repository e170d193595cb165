using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;
using ReportGen.Diagnostics;

namespace ReportGen.Definitions.Checks;

/// <summary>Something that the text must speak of.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Patterns">Any of these says it.</param>
public sealed record RequiredItem(LocalizedText Name, ImmutableArray<ProsePattern> Patterns);

/// <summary>A text speaks of all that it must speak of.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Items">What it must speak of.</param>
/// <param name="InOrder">Whether the items that are there must stand in this order.</param>
/// <param name="Least">Texts of fewer characters are left to another check.</param>
public sealed record RequiredTextCheck(CheckHeader Header, ImmutableArray<RequiredItem> Items, bool InOrder, int Least)
    : ProseCheck(Header)
{
    /// <summary>Whether a heading may also run into its paragraph: （二）依申请公开。收到申请5件。</summary>
    public bool RunIn { get; init; }

    internal static ImmutableArray<string> Places { get; } = ["missing", "count"];

    internal static RequiredTextCheck Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var items = map.Maps("items").Select(item =>
        {
            var read = new RequiredItem(item.RequiredLocalized("name"), reading.Patterns(item, "patterns", TextView.Plain));
            item.Done();
            return read;
        }).ToImmutableArray();
        return new RequiredTextCheck(header, items, map.Flag("in-order"),
            map.Integer("least", 0) ?? 0) { RunIn = map.Flag("run-in"), Where = reading.Scope(map) };
    }
}
