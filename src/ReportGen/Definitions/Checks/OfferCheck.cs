using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A number that is a figure of the tables is better bound to it.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Statements">The ways to name a figure.</param>
/// <param name="Least">Numbers below this are left alone.</param>
/// <param name="LeastUnnamed">Numbers below this are left alone where the text does not name the figure.</param>
public sealed record OfferCheck(CheckHeader Header, ImmutableArray<Statement> Statements, decimal Least, decimal LeastUnnamed)
    : ProseCheck(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["value", "name", "figure", "binding"];

    internal static OfferCheck Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        new(header, [.. reading.Statements.Values.Where(s => s.Figure is not null)],
            map.Decimal("least") ?? 1, map.Decimal("least-unnamed") ?? decimal.MaxValue)
        {
            Where = reading.Scope(map),
        };
}
