using System.Collections.Immutable;
using ReportGen.Definitions.Yaml;

namespace ReportGen.Definitions.Checks;

/// <summary>A total that was typed in must be the sum of what it totals.</summary>
/// <param name="Header">What every check has.</param>
/// <param name="Table">The table's id.</param>
/// <param name="Each"><see cref="Each.Row"/>: totals over the columns of each row; <see cref="Each.Column"/>: over the rows of each column.</param>
public sealed record SumCheck(CheckHeader Header, string Table, Each Each) : CheckDefinition(Header)
{
    internal static ImmutableArray<string> Places { get; } = ["table", "row", "column", "total", "typed", "sum", "right"];

    internal static SumCheck? Read(CheckReading reading, YamlMap map, CheckHeader header)
    {
        var each = map.Choice("each", ExpressionCheck.EachWords, Each.Row);
        return reading.Table(map) is { } table ? new SumCheck(header, table, each) : null;
    }
}
