using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>What the text says of a figure is the figure.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Statements">What may be said.</param>
/// <param name="Factor">1 to demand the very figure; else how many times larger the text's number may be.</param>
/// <param name="Least">Numbers of the text below this are left alone.</param>
public sealed record StatementCheck(CheckHeader Header, ImmutableArray<Statement> Statements, decimal Factor, decimal Least)
    : ProseCheck(Header)
{
    /// <summary>What the text may deny: the figure is then 0.</summary>
    public ImmutableArray<Statement> Denied { get; init; } = [];

    /// <summary>What may be said of all that was named before: the figure is then what was named.</summary>
    public ImmutableArray<Statement> All { get; init; } = [];

    internal static ImmutableArray<string> Places { get; } = ["words", "value", "name", "figure", "right", "binding"];

    internal static StatementCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, reading.StatementsOf(map, "statements"), map.Decimal("factor") ?? 1, map.Decimal("least") ?? 0)
        {
            Denied = reading.StatementsOf(map, "denied"), All = reading.StatementsOf(map, "all"), Where = reading.Scope(map),
        };
}
