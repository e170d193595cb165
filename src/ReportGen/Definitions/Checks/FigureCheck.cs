using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>
/// Every figure is what its form allows: not negative, no more decimals than given. That it is there, and is a number, is
/// the reader's to say (<see cref="ReaderCheck"/>).
/// </summary>
/// <param name="Header">What every check has.</param>
/// <param name="Table">The table's id.</param>
public sealed record FigureCheck(CheckHeader Header, string Table) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["table", "row", "column", "value", "demand"];

    internal static FigureCheck? Read(CheckReading reading, YamlMap map, CheckHeader header) =>
        reading.Table(map) is { } table ? new FigureCheck(header, table) : null;
}
